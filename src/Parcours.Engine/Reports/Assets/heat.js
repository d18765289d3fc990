// Grids of cells: transitions, cohorts, RFM.
drawings.heat = (chart, width, look, height) => {
  const dense = chart.dense === true;
  const size = dense ? 11 : 12;
  const room = Math.min(Math.max(...chart.rows.map((name) => widthOf(name, 12))) + 12, Math.max(92, width * 0.3));
  const tilted = !dense && chart.columns.some((name) => widthOf(name, 12) > (width - room - 4) / chart.columns.length - 6);
  const header = tilted ? Math.min(84, Math.max(...chart.columns.map((name) => widthOf(name, 12))) * 0.87 + 16) : 24;
  const side = tilted ? 36 : 4;
  const cellWidth = (width - room - side) / chart.columns.length;
  const cellHeight = (height - header - (chart.axis ? 28 : 20)) / chart.rows.length;
  const scaled = chart.cells.filter((cell) => !cell.plain).map((cell) => cell.value);
  const top = quantile(scaled, dense ? 0.99 : 1) || 1;
  const text = (cell) => cell.label ?? units[chart.unit](cell.value);
  const widest = Math.max(...chart.cells.map((cell) => widthOf(text(cell), size)));
  const short = (cell) => (widest <= cellWidth - 4 ? text(cell) : compact(cell.value));
  const labelled = Math.max(...chart.cells.map((cell) => widthOf(short(cell), size))) <= cellWidth - 3;
  const every = Math.max(1, Math.ceil((Math.max(...chart.columns.map((name) => (dense ? widthOf(name, 12) : 0))) + 6) / cellWidth));
  return {
    ...base(look),
    grid: { left: room, right: side, top: header, bottom: chart.axis ? 28 : 20 },
    xAxis: {
      type: 'category', position: 'top', data: chart.columns.map((_, at) => at), axisLine: { show: false }, axisTick: { show: false }, splitArea: { show: false },
      axisLabel: { color: look.soft, margin: 8, rotate: tilted ? -60 : 0, interval: dense ? (at) => at % every === 0 : 0, formatter: (at) => (tilted ? fit(chart.columns[at], (header - 16) / 0.87) : chart.columns[at]) },
      name: chart.axis ?? '', nameLocation: 'middle', nameGap: -(height - header - 16), nameTextStyle: { color: look.soft, verticalAlign: 'top' },
    },
    yAxis: {
      type: 'category', inverse: true, data: chart.rows.map((_, at) => at), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: look.ink, margin: 8, interval: 0, formatter: (at) => fit(chart.rows[at], room - 10) },
    },
    series: [{
      type: 'heatmap', cursor: 'default',
      data: chart.cells.map((cell) => {
        const share = Math.min(1, cell.value / top);
        const color = cell.plain ? look.paper : mix(look.low, look.high, dense ? share : Math.sqrt(share));
        return {
          value: [cell.x, cell.y, cell.value], tip: cell.tip,
          itemStyle: { color, borderColor: look.paper, borderWidth: cellHeight > 30 ? 2 : 1 },
          label: { show: labelled, formatter: short(cell), fontSize: size, color: cell.plain ? look.soft : readable(color) },
        };
      }),
      emphasis: { itemStyle: { borderColor: look.ink } },
    }],
  };
};

function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.length ? sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] : 0;
}

function luminance(color) {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// Black or white, whichever reads better on a colour: one of the two always has a contrast of 4.5 or more.
function readable(color) {
  return luminance(color) > 0.179 ? '#000000' : '#ffffff';
}
