// The report's page: draws the figures, and draws them anew for another width, theme or paper.
read();
const places = [...document.querySelectorAll('[data-chart]')];
const drawAll = () => places.forEach(draw);

document.documentElement.classList.add('js');
const tables = [...document.querySelectorAll('details')];
for (const table of tables) table.open = false;
drawAll();

let lastWidth = document.documentElement.clientWidth;
addEventListener('resize', () => {
  const width = document.documentElement.clientWidth;
  if (width !== lastWidth) {
    lastWidth = width;
    drawAll();
  }
});
dark.addEventListener('change', drawAll);
const opened = new Set();
const paper = (now) => {
  if (printing.now === now) return;
  printing.now = now;
  for (const table of tables) {
    if (now && !table.open) opened.add(table);
    if (opened.has(table)) table.open = now;
  }
  if (!now) opened.clear();
  drawAll();
};
addEventListener('beforeprint', () => paper(true));
addEventListener('afterprint', () => paper(false));
for (const button of document.querySelectorAll('[data-download]')) button.addEventListener('click', () => download(button));
