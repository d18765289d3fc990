// Colours of the page in both themes, text measure and the parts that every chart shares.
const dark = matchMedia('(prefers-color-scheme: dark)');
const printing = { now: false };
const font = getComputedStyle(document.documentElement).fontFamily;
// Screens let the reader choose the theme; the report follows the machine's.
const isNight = () => !printing.now && (document.documentElement.dataset.bsTheme ? document.documentElement.dataset.bsTheme === 'dark' : dark.matches);
const theme = () => (isNight()
  ? { paper: '#14171b', ink: '#e6e9ed', soft: '#a3adb8', line: '#343b43', data: '#b983c6', low: '#262229', high: '#c792d4', flow: 0.6, band: 0.8 }
  : { paper: '#ffffff', ink: '#1c2127', soft: '#57606a', line: '#d8dee4', data: '#8e4a9c', low: '#f7f1f8', high: '#74347f', flow: 0.32, band: 0.55 });
// A chart of another lifecycle than the page's brings its own colours.
let colours = data;
const stageColor = (stage) => (stage >= 0 ? (isNight() ? colours.stagesOnDark : colours.stages)[stage] : data.neutral);
const pen = document.createElement('canvas').getContext('2d');
const widthOf = (text, size = 12, weight = 400) => {
  pen.font = `${weight} ${size}px ${font}`;
  return pen.measureText(text).width;
};
// A text that fits in a width: its end gives way to an ellipsis, and the tooltip holds the whole.
const fit = (text, width, size = 12, weight = 400) => {
  if (widthOf(text, size, weight) <= width) return text;
  let end = text.length;
  while (end > 1 && widthOf(text.slice(0, end).trimEnd() + '…', size, weight) > width) end--;
  return text.slice(0, end).trimEnd() + '…';
};
// A name on one or two lines, broken between words.
const wrap = (text, width, size = 12) => {
  if (widthOf(text, size) <= width) return text;
  const words = text.split(' ');
  let first = words.shift();
  while (words.length && widthOf(first + ' ' + words[0], size) <= width) first += ' ' + words.shift();
  return words.length ? fit(first, width, size) + '\n' + fit(words.join(' '), width, size) : fit(first, width, size);
};
const mix = (from, to, share) => '#' + [1, 3, 5].map((at) => {
  const [a, b] = [from, to].map((color) => parseInt(color.slice(at, at + 2), 16));
  return Math.round(a + (b - a) * share).toString(16).padStart(2, '0');
}).join('');
// A tooltip is built of nodes, never of markup: names come from imported files.
const tip = (lines) => {
  const box = document.createElement('div');
  box.className = 'tip';
  for (const line of lines) box.appendChild(document.createElement('div')).textContent = line;
  return box;
};
const swatch = (color) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 10 10');
  svg.setAttribute('width', '10');
  svg.setAttribute('height', '10');
  const rect = svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'rect'));
  rect.setAttribute('width', '10');
  rect.setAttribute('height', '10');
  rect.setAttribute('rx', '2');
  rect.setAttribute('fill', color);
  return svg;
};
const base = (look) => ({
  animation: false,
  textStyle: { fontFamily: font, color: look.ink, fontSize: 12 },
  tooltip: {
    confine: true, transitionDuration: 0, backgroundColor: look.paper, borderColor: look.line, borderWidth: 1, padding: [6, 10],
    extraCssText: 'box-shadow:none;border-radius:4px', textStyle: { color: look.ink, fontFamily: font },
    formatter: (params) => (params.data && params.data.tip ? tip(params.data.tip) : ''),
  },
});
// The first round number at or above a value: where an axis ends, in four equal steps.
const niceTop = (value) => {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= value * 0.9999);
};
const valueAxis = (look, format, top, extra) => ({
  type: 'value', min: 0, max: top, interval: top / 4,
  axisLine: { show: false }, axisTick: { show: false },
  axisLabel: { color: look.soft, formatter: (value) => format(value, top), hideOverlap: true },
  splitLine: { lineStyle: { color: look.line } },
  ...extra,
});
const drawings = {};
