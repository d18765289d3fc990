// Customers by rhythm, with the thresholds as lines.
drawings.histogram = (chart, width, look) => {
  const lines = [...chart.lines].sort((a, b) => a.at - b.at);
  const lastBin = Math.max(...chart.bins.map((bin) => bin.to));
  const end = Math.max(lastBin, ...lines.map((line) => line.at)) * 1.03;
  const lineHeight = 17;
  const top = 10 + lines.length * lineHeight;
  const most = niceTop(Math.max(...chart.bins.map((bin) => bin.value), 4));
  return {
    ...base(look),
    grid: { left: 8, right: 14, top, bottom: 46, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: valueAxis(look, units.days, end, {
      interval: undefined, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: look.line } }, splitNumber: width < 560 ? 4 : 8,
      axisLabel: { color: look.soft, formatter: units.days, hideOverlap: true, showMaxLabel: false },
      name: chart.axis, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: look.soft },
    }),
    yAxis: valueAxis(look, units.count, most),
    series: [
      {
        type: 'custom', cursor: 'default', data: chart.bins.map((bin) => ({ value: [bin.from, bin.value], tip: bin.tip })),
        renderItem: (params, api) => {
          const bin = chart.bins[params.dataIndex];
          const [x1, y1] = api.coord([bin.from, bin.value]);
          const [x2, y2] = api.coord([bin.to, 0]);
          return { type: 'rect', shape: { x: x1 + 0.5, y: y1, width: Math.max(1, x2 - x1 - 1), height: y2 - y1 }, style: { fill: look.data } };
        },
      },
      {
        type: 'custom', clip: false, silent: true, z: 4, data: lines.map((line) => [line.at, 0]),
        renderItem: (params, api) => {
          const at = params.dataIndex;
          const [x, bottom] = api.coord([lines[at].at, 0]);
          return { type: 'line', shape: { x1: x, y1: at * lineHeight + 1, x2: x, y2: bottom }, style: { stroke: look.ink, lineWidth: 1.5, lineDash: lines[at].solid ? [] : [5, 4] } };
        },
      },
      {
        type: 'custom', clip: false, silent: true, z: 5, data: lines.map((line) => [line.at, 0]),
        renderItem: (params, api) => {
          const at = params.dataIndex;
          const x = api.coord([lines[at].at, 0])[0];
          const y = 8 + at * lineHeight;
          const text = fit(lines[at].label, width - 24, 12, 600);
          const wide = widthOf(text, 12, 600);
          const right = x + 6 + wide > width - 4;
          return {
            type: 'text', x: right ? Math.max(4, x - 6 - wide) : x + 6, y,
            style: { text, fill: look.ink, fontSize: 12, fontWeight: 600, fontFamily: font, verticalAlign: 'middle', backgroundColor: look.paper, padding: [1, 2] },
          };
        },
      },
    ],
  };
};
