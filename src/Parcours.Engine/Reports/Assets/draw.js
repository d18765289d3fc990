// Draws one figure, and hands out its data.
const drawn = new Map();
const draw = (place) => {
  const chart = data.charts[place.dataset.chart];
  const width = printing.now ? 680 : Math.floor(place.parentElement.clientWidth);
  if (!chart || width < 40) return;
  place.style.height = chart.height + 'px';
  place.style.width = width + 'px';
  let instance = drawn.get(place);
  if (!instance) {
    instance = echarts.init(place, null, { renderer: 'svg', locale: data.lang === 'fr' ? 'FR' : 'EN' });
    drawn.set(place, instance);
  }
  instance.resize({ width, height: chart.height });
  colours = chart.palette ?? data;
  instance.setOption(drawings[chart.kind](chart, width, theme(), chart.height), true);
};

const save = (name, blob) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
};
const csv = (table) => {
  const separator = data.lang === 'fr' ? ';' : ',';
  const cell = (node) => {
    let text = node.dataset.v ?? node.textContent.trim();
    if (node.dataset.v !== undefined && data.lang === 'fr') text = text.replace('.', ',');
    // A text that a spreadsheet would run as a formula is kept a text.
    if (node.dataset.v === undefined && /^[=+\-@\t\r]/.test(text)) text = "'" + text;
    return text.includes(separator) || /["\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  return '\ufeff' + [...table.rows].map((row) => [...row.cells].map(cell).join(separator)).join('\r\n') + '\r\n';
};
const png = (place, name) => {
  const svg = place.querySelector('svg').cloneNode(true);
  const { width, height } = place.getBoundingClientRect();
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    const context = canvas.getContext('2d');
    context.fillStyle = theme().paper;
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(name, blob), 'image/png');
  };
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(new XMLSerializer().serializeToString(svg));
};
const download = (button) => {
  const section = document.getElementById(button.dataset.figure);
  const name = data.file + '-' + button.dataset.figure + '.' + button.dataset.download;
  if (button.dataset.download === 'csv') save(name, new Blob([csv(section.querySelector('table'))], { type: 'text/csv;charset=utf-8' }));
  else png(section.querySelector('.chart'), name);
};
