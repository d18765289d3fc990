// The editor of a definition: numbers beside the lines, faulty lines marked in the text, and a fault leads to its place.
(() => {
  const dress = (place) => {
    if (place.dataset.dressed) return;
    place.dataset.dressed = 'true';
    const text = place.querySelector('textarea');
    const gutter = document.createElement('div');
    const marks = document.createElement('div');
    gutter.className = 'gutter';
    marks.className = 'marks';
    for (const part of [gutter, marks]) part.setAttribute('aria-hidden', 'true');
    place.classList.add('dressed');
    place.prepend(gutter, marks);

    const faults = () => new Set([...document.querySelectorAll('#check [data-line]')].map((fault) => Number(fault.dataset.line)));
    const draw = () => {
      const wrong = faults();
      const count = text.value.split('\n').length;
      gutter.replaceChildren(...Array.from({ length: count }, (_, i) => {
        const number = document.createElement('div');
        number.textContent = String(i + 1);
        if (wrong.has(i + 1)) number.className = 'wrong';
        return number;
      }));
      marks.replaceChildren(...Array.from({ length: count }, (_, i) => {
        const line = document.createElement('div');
        line.textContent = '\u00a0';
        if (wrong.has(i + 1)) line.className = 'wrong';
        return line;
      }));
      move();
    };
    const move = () => {
      gutter.scrollTop = text.scrollTop;
      marks.scrollTop = text.scrollTop;
    };
    text.addEventListener('input', draw);
    text.addEventListener('scroll', move);
    document.addEventListener('htmx:afterSwap', draw);
    document.addEventListener('click', (event) => {
      const fault = event.target.closest('[data-go]')?.closest('[data-line]');
      if (!fault) return;
      const lines = text.value.split('\n');
      const start = lines.slice(0, fault.dataset.line - 1).reduce((sum, line) => sum + line.length + 1, 0) + Number(fault.dataset.column) - 1;
      text.focus();
      text.setSelectionRange(start, start);
      text.scrollTop = Math.max(0, (fault.dataset.line - 4) * parseFloat(getComputedStyle(text).lineHeight));
    });
    draw();
  };
  const all = () => document.querySelectorAll('[data-editor]').forEach(dress);
  document.addEventListener('htmx:afterSwap', all);
  all();
})();
