// Lines over a share, an amount or a row of dates, with a legend that wraps, dots, vertical marks and the tooltip of each point.
drawings.lines = (chart, width, look) => {
  const colors = { data: look.data, ink: look.ink, soft: look.soft };
  const rowHeight = 20;
  let [row, left] = [0, 0];
  const keys = chart.lines.map((line) => {
    const name = fit(line.name, width - 40, 12);
    const wide = 30 + widthOf(name, 12) + 18;
    if (left > 0 && left + wide > width) [row, left] = [row + 1, 0];
    const key = { name, x: left, y: 8 + row * rowHeight };
    left += wide;
    return key;
  });
  const head = (row + 1) * rowHeight + 8;
  const top = head + (chart.marks.length > 0 ? 20 : 4);
  const most = Math.max(...chart.lines.flatMap((line) => line.points.map((point) => point[1])));
  const high = chart.y.top ?? (chart.y.unit === 'share' ? Math.min(1, niceTop(most)) : chart.y.unit === 'money' ? niceTop(most / data.minorUnits) * data.minorUnits : niceTop(Math.max(4, most)));
  const labels = chart.x.labels;
  const end = labels ? Math.max(1, labels.length - 1) : chart.x.top;
  const step = Math.max(1, Math.ceil(end / Math.max(1, Math.floor(width / (labels ? 84 : 110)))));
  const stroke = (line) => ({ stroke: colors[line.color], lineWidth: 2, lineDash: line.dashed ? [6, 4] : [], fill: 'none' });
  return {
    ...base(look),
    grid: { left: 8, right: 18, top, bottom: chart.x.name ? 46 : 26, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    xAxis: valueAxis(look, units.share, end, {
      interval: labels ? step : end / 4, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: look.line } },
      axisLabel: {
        color: look.soft, hideOverlap: true, showMaxLabel: !labels || end % step === 0, alignMinLabel: 'left', alignMaxLabel: 'right',
        formatter: (value) => (labels ? labels[Math.round(value)] : units[chart.x.unit](value, end)),
      },
      name: chart.x.name, nameLocation: 'middle', nameGap: 28, nameTextStyle: { color: look.soft },
    }),
    yAxis: valueAxis(look, units[chart.y.unit], high),
    series: [
      ...chart.lines.map((line, number) => ({
        type: 'custom', clip: false, cursor: 'default', z: line.color === 'data' ? 4 : 3, data: line.points.map((point, at) => ({ value: point, tip: line.tips ? line.tips[at] : null })),
        renderItem: (params, api) => {
          const at = params.dataIndex;
          const [cx, cy] = api.coord(line.points[at]);
          const children = [];
          if (at === 0) {
            const { name, x, y } = keys[number];
            if (line.bare) {
              children.push({ type: 'circle', shape: { cx: x + 14, cy: y, r: 4 }, style: { fill: colors[line.color] }, silent: true });
            } else {
              children.push({ type: 'polyline', shape: { points: line.points.map((point) => api.coord(point)) }, style: stroke(line), silent: true });
              children.push({ type: 'line', shape: { x1: x, y1: y, x2: x + 22, y2: y }, style: stroke(line), silent: true });
            }
            children.push({ type: 'text', x: x + 28, y, style: { text: name, fill: look.ink, fontSize: 12, fontFamily: font, verticalAlign: 'middle' }, silent: true });
          }
          const shown = line.dots || line.points.length === 1;
          if (shown || line.tips) {
            children.push({ type: 'circle', shape: { cx, cy, r: shown ? 4 : 7 }, style: shown ? { fill: colors[line.color], stroke: look.paper, lineWidth: 1 } : { fill: look.paper, opacity: 0 } });
          }
          return { type: 'group', children };
        },
      })),
      {
        type: 'custom', clip: false, silent: true, z: 5, data: chart.marks.map((mark) => [mark.at, 0]),
        renderItem: (params, api) => {
          const mark = chart.marks[params.dataIndex];
          const [x, bottom] = api.coord([mark.at, 0]);
          const text = fit(mark.label, width - 24, 12, 600);
          const wide = widthOf(text, 12, 600);
          return {
            type: 'group', children: [
              { type: 'line', shape: { x1: x, y1: head, x2: x, y2: bottom }, style: { stroke: look.ink, lineWidth: 1.5, lineDash: [5, 4] } },
              {
                type: 'text', x: x + 6 + wide > width - 4 ? Math.max(4, x - 6 - wide) : x + 6, y: head + 8,
                style: { text, fill: look.ink, fontSize: 12, fontWeight: 600, fontFamily: font, verticalAlign: 'middle', backgroundColor: look.paper, padding: [1, 2] },
              },
            ],
          };
        },
      },
    ],
  };
};
