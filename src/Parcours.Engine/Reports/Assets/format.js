// Numbers as the reader's language writes them; everything else arrives already worded.
const data = {};
const read = () => Object.assign(data, JSON.parse(document.getElementById('report-data').textContent));
const group = (digits) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, data.thousands);
const fixed = (value, decimals) => {
  const [whole, rest] = Math.abs(value).toFixed(decimals).split('.');
  return (value < 0 ? '\u2212' : '') + group(whole) + (rest ? data.point + rest : '');
};
const trim = (value, decimals) => {
  const text = fixed(value, decimals);
  if (decimals === 0) return text;
  const short = text.replace(/0+$/, '');
  return short.endsWith(data.point) ? short.slice(0, -1) : short;
};
// Short for axes and cells; `scale`, where given, keeps one unit along a whole axis.
const compact = (value, scale) => {
  const size = value === 0 ? 0 : Math.abs(scale ?? value);
  const gap = data.lang === 'fr' ? '\u00a0' : '';
  if (size >= 1e9) return trim(value / 1e9, size < 4e9 ? 2 : 1) + data.billion;
  if (size >= 1e6) return trim(value / 1e6, size < 4e6 ? 2 : 1) + gap + 'M';
  if (size >= 1e4) return trim(value / 1e3, 1) + gap + 'k';
  return trim(value, size < 4 ? 2 : size < 10 ? 1 : 0);
};
const units = {
  count: compact,
  days: compact,
  number: compact,
  share: (value, scale) => trim(value * 100, value !== 0 && (Math.abs(value) < 0.02 || scale < 0.1) ? 1 : 0) + data.percent,
  money: (value, scale) => data.moneyBefore + compact(value / data.minorUnits, scale === undefined ? undefined : scale / data.minorUnits) + data.moneyAfter,
};
const whole = (value) => fixed(value, 0);
