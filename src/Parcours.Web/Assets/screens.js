// Screens: draws figures and morphs them when a part of the page is replaced, moves dates, opens the palette. Declarations above come from the report.
const screen = () => document.getElementById('screen');
const still = matchMedia('(prefers-reduced-motion: reduce)');
const kept = new Map(); // charts taken out of a screen about to be replaced, by figure

const drawAll = () => {
  for (const place of document.querySelectorAll('[data-chart]')) draw(place);
};

// A chart that was there before keeps its place and its picture, and moves on from it.
const start = () => {
  read();
  for (const place of document.querySelectorAll('[data-chart]')) {
    const before = kept.get(place.dataset.chart);
    if (before && before !== place) {
      before.setAttribute('aria-label', place.getAttribute('aria-label'));
      place.replaceWith(before);
    }
  }
  for (const [id, place] of kept) {
    if (place.isConnected) continue;
    drawn.get(place)?.dispose();
    drawn.delete(place);
    kept.delete(id);
  }
  kept.clear();
  drawAll();
};

const take = () => {
  for (const place of document.querySelectorAll('[data-chart]')) if (drawn.has(place)) kept.set(place.dataset.chart, place);
};

// Dates: the slider counts days from the first fact.
const dayOf = (text) => Date.parse(text + 'T00:00:00Z') / 86400000;
const textOf = (day) => new Date(day * 86400000).toISOString().slice(0, 10);
const shown = (text) => new Date(text + 'T00:00:00Z').toLocaleDateString(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
let waiting = 0;
const slide = (slider, now) => {
  const field = slider.form.elements.at;
  field.value = textOf(dayOf(slider.dataset.first) + Number(slider.value));
  slider.setAttribute('aria-valuetext', shown(field.value));
  clearTimeout(waiting);
  waiting = setTimeout(() => htmx.trigger(slider.form, 'slid'), now ? 0 : 60);
};

document.addEventListener('input', (event) => {
  if (event.target.matches('[data-slider]')) {
    event.stopPropagation();
    slide(event.target, false);
  }
});
document.addEventListener('change', (event) => {
  // The slider has told its form already.
  if (event.target.matches('[data-slider]')) event.stopPropagation();
}, true);
document.addEventListener('keydown', (event) => {
  const slider = event.target.closest?.('[data-slider]');
  if (slider && event.shiftKey && ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) {
    event.preventDefault();
    const step = ['ArrowLeft', 'ArrowDown'].includes(event.key) ? -1 : 1;
    const date = new Date((dayOf(slider.dataset.first) + Number(slider.value)) * 86400000);
    date.setUTCMonth(date.getUTCMonth() + step);
    slider.value = date.getTime() / 86400000 - dayOf(slider.dataset.first);
    slide(slider, true);
  }
});

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-download]');
  if (button) download(button);
  const copy = event.target.closest('[data-copy]');
  if (copy) navigator.clipboard.writeText(document.getElementById(copy.dataset.copy).textContent).then(() => tell(copy.dataset.copied));
});
const tell = (text) => {
  const place = document.getElementById('told');
  place.textContent = text;
  setTimeout(() => { place.textContent = ''; }, 4000);
};

// Part of a page: what had the focus has it again, and charts go on from where they stood.
let focused = null;
document.addEventListener('htmx:beforeSwap', (event) => {
  // A page that says what is wrong with a form is shown like any other.
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 409) event.detail.shouldSwap = true;
  focused = document.activeElement?.id || null;
  take();
});
document.addEventListener('htmx:afterSwap', () => {
  start();
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
});
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) location.assign('/sign-in?next=' + encodeURIComponent(location.pathname + location.search));
});
addEventListener('popstate', () => { if (!history.state?.htmx) location.reload(); });

// The palette: everything the search finds, by keyboard.
const palette = document.getElementById('palette');
const openPalette = async () => {
  if (!palette || palette.open) return;
  if (!palette.firstChild) {
    const answer = await fetch(palette.dataset.search, { headers: { 'HX-Request': 'true' } });
    if (!answer.ok) return;
    htmx.swap(palette, await answer.text(), { swapStyle: 'innerHTML' });
  }
  palette.showModal();
  palette.querySelector('input')?.select();
};
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    openPalette();
  }
  if (event.key === '/' && !event.target.closest('input, textarea, select, [contenteditable]')) {
    event.preventDefault();
    document.getElementById('search')?.focus();
  }
  // Enter in the field goes to the first thing found.
  if (palette?.open && event.key === 'Enter' && event.target.matches('#palette input') && palette.querySelector('a')) {
    event.preventDefault();
    palette.querySelector('a').click();
  }
  if (palette?.open && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
    const links = [...palette.querySelectorAll('a')];
    const at = links.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
    (links[at] ?? palette.querySelector('input'))?.focus();
  }
});

if (innerWidth < 992) document.querySelector('.menu')?.removeAttribute('open');
let lastWidth = document.documentElement.clientWidth;
addEventListener('resize', () => {
  if (document.documentElement.clientWidth === lastWidth) return;
  lastWidth = document.documentElement.clientWidth;
  drawAll();
});
dark.addEventListener('change', drawAll);
addEventListener('themechange', drawAll);
addEventListener('beforeprint', () => { printing.now = true; drawAll(); });
addEventListener('afterprint', () => { printing.now = false; drawAll(); });
for (const drawing of Object.keys(drawings)) {
  const make = drawings[drawing];
  drawings[drawing] = (...all) => ({ ...make(...all), animation: !still.matches, animationDuration: 0, animationDurationUpdate: still.matches ? 0 : 250 });
}
start();
