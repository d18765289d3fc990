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
// One request at a time, and the last position wins: htmx holds back all but the latest.
const told = new Set();
const slid = (form) => {
  if (told.has(form)) return;
  told.add(form);
  requestAnimationFrame(() => {
    told.delete(form);
    htmx.trigger(form, 'slid');
  });
};
const slide = (slider) => {
  const field = slider.form.elements.at;
  field.value = textOf(dayOf(slider.dataset.first) + Number(slider.value));
  slider.setAttribute('aria-valuetext', shown(field.value));
  slid(slider.form);
};

document.addEventListener('input', (event) => {
  if (event.target.matches('[data-slider]')) {
    event.stopPropagation();
    slide(event.target);
  }
  if (event.target.matches('[data-mirror]')) {
    event.stopPropagation();
    document.getElementById(event.target.dataset.mirror).value = event.target.value;
    slid(event.target.form);
  }
});
document.addEventListener('change', (event) => {
  // A slider has told its form already; a date that is typed moves the slider along.
  if (event.target.matches('[data-slider], [data-mirror]')) event.stopPropagation();
  const slider = event.target.name === 'at' && event.target.form?.querySelector('[data-slider]');
  if (slider && event.target.value) slider.value = dayOf(event.target.value) - dayOf(slider.dataset.first);
  const mirror = event.target.id && document.querySelector(`[data-mirror="${CSS.escape(event.target.id)}"]`);
  if (mirror) mirror.value = event.target.value;
}, true);
document.addEventListener('keydown', (event) => {
  const slider = event.target.closest?.('[data-slider]');
  if (slider && event.shiftKey && ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'].includes(event.key)) {
    event.preventDefault();
    const step = ['ArrowLeft', 'ArrowDown'].includes(event.key) ? -1 : 1;
    const date = new Date((dayOf(slider.dataset.first) + Number(slider.value)) * 86400000);
    date.setUTCMonth(date.getUTCMonth() + step);
    slider.value = date.getTime() / 86400000 - dayOf(slider.dataset.first);
    slide(slider);
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

// Numbers go from what they were to what they are.
const counted = new Map();
const tick = (place, from) => {
  const to = Number(place.dataset.tick);
  const text = place.textContent;
  if (still.matches || from === undefined || from === to || Number.isNaN(to)) return;
  const began = performance.now();
  const step = (now) => {
    if (!place.isConnected) return;
    const share = Math.min(1, (now - began) / 250);
    place.textContent = share === 1 ? text : whole(from + (to - from) * share);
    if (share < 1) requestAnimationFrame(step);
  };
  step(began);
};

// A form that asked stays where it is, with the hand on it; all around it is replaced, and in it what is marked as to be renewed.
const weave = (now, next, kept, added) => {
  if (now === kept) {
    for (const part of [...next.querySelectorAll('[data-fresh]')]) {
      const place = document.getElementById(part.id);
      if (place && kept.contains(place)) {
        place.replaceWith(part);
        added.push(part);
      }
    }
    return;
  }
  const mine = [...now.children].find((child) => child.contains(kept));
  const theirs = [...next.children].find((child) => child.id === kept.id || child.querySelector('#' + kept.id));
  for (const child of [...now.childNodes]) if (child !== mine) child.remove();
  let isPast = false;
  for (const child of [...next.childNodes]) {
    if (child === theirs) {
      isPast = true;
      continue;
    }
    if (isPast) now.append(child);
    else mine.before(child);
    if (child.nodeType === Node.ELEMENT_NODE) added.push(child);
  }
  weave(mine, theirs, kept, added);
};
let asking = null;
if (window.htmx) {
  htmx.defineExtension('keep-form', {
    isInlineSwap: () => false,
    handleSwap: (style, target, fragment) => {
      if (style !== 'keep-form') return false;
      const next = fragment.querySelector('#screen');
      const kept = asking && document.getElementById(asking);
      if (!kept || !target.contains(kept) || !next.querySelector('#' + kept.id)) {
        target.replaceWith(next);
        return [next];
      }
      const added = [];
      weave(target, next, kept, added);
      return added;
    },
  });
}

// Part of a page: what had the focus has it again, and charts go on from where they stood.
let focused = null;
document.addEventListener('htmx:beforeSwap', (event) => {
  // A page that says what is wrong with a form is shown like any other.
  if (event.detail.xhr.status === 422 || event.detail.xhr.status === 409) event.detail.shouldSwap = true;
  // What asked is gone: another date was chosen meanwhile.
  if (!event.detail.requestConfig.elt.isConnected) event.detail.shouldSwap = false;
  focused = document.activeElement?.id || null;
  asking = event.detail.requestConfig.elt.id;
  for (const place of document.querySelectorAll('[data-tick]')) counted.set(place.id, Number(place.dataset.tick));
  take();
});
// An address says only what was chosen.
document.addEventListener('htmx:configRequest', (event) => {
  if (event.detail.verb !== 'get') return;
  for (const name of [...event.detail.formData.keys()]) if (event.detail.formData.get(name) === '') event.detail.formData.delete(name);
});
// A hand that slides leaves one entry behind, not one for each step.
let lastSlid = 0;
document.addEventListener('htmx:beforeHistoryUpdate', (event) => {
  if (event.detail.requestConfig?.triggeringEvent?.type !== 'slid') return;
  if (Date.now() - lastSlid < 2000) event.detail.history.type = 'replace';
  lastSlid = Date.now();
});
document.addEventListener('htmx:afterSwap', () => {
  start();
  for (const place of document.querySelectorAll('[data-tick]')) tick(place, counted.get(place.id));
  counted.clear();
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
});
document.addEventListener('htmx:responseError', (event) => {
  if (event.detail.xhr.status === 401) location.assign('/sign-in?next=' + encodeURIComponent(location.pathname + location.search));
});
// Back to another address: the page is asked for again. A place within the page, as the link to the content has it, is not another.
const address = () => location.pathname + location.search;
let shownAt = address();
for (const moved of ['htmx:pushedIntoHistory', 'htmx:replacedInHistory']) document.addEventListener(moved, () => { shownAt = address(); });
addEventListener('popstate', () => { if (!history.state?.htmx && address() !== shownAt) location.reload(); });

// How long an answer has been waited for.
setInterval(() => {
  const place = document.querySelector('[data-elapsed]');
  if (!place) return;
  place.dataset.elapsed = Number(place.dataset.elapsed || 0) + 1;
  place.textContent = place.dataset.elapsed + ' s';
}, 1000);

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
// The history shows the date looked at as a line, on top of what the report draws.
const area = drawings.area;
drawings.area = (chart, width, look, height) => {
  const option = area(chart, width, look, height);
  if (!chart.mark) return option;
  option.series.push({
    type: 'custom', silent: true, z: 6, data: [[0, 0]], tooltip: { show: false },
    renderItem: (params, api) => {
      const step = api.coord([1, 0])[0] - api.coord([0, 0])[0];
      const x = api.coord([0, 0])[0] + step * chart.mark.at;
      const { y, height: tall } = params.coordSys;
      return { type: 'line', shape: { x1: x, x2: x, y1: y, y2: y + tall }, style: { stroke: look.ink, lineWidth: 2 } };
    },
  });
  return option;
};
start();
