// A share by month of entry, one panel for each step, with its interval as a band.
drawings.months = (chart, width, look, height) => {
  const head = 26;
  const foot = 26;
  const room = 44;
  const step = (height - foot) / chart.panels.length;
  const known = chart.panels.flatMap((panel) => panel.points.filter((point) => point !== null));
  const top = Math.min(1, niceTop(Math.max(...known.map((point) => point.high), 0.01)));
  const last = chart.panels.length - 1;
  const right = widthOf('100 %', 12, 600) + 14;
  return {
    ...base(look),
    grid: chart.panels.map((_, at) => ({ left: room, right, top: at * step + head, height: step - head - 12 })),
    xAxis: chart.panels.map((_, at) => ({
      type: 'category', gridIndex: at, data: chart.months, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } },
      axisLabel: { show: at === last, color: look.soft, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
    })),
    yAxis: chart.panels.map((_, at) => valueAxis(look, units.share, top, { gridIndex: at, interval: top / 2 })),
    series: chart.panels.map((panel, number) => ({
      type: 'custom', clip: false, cursor: 'default', xAxisIndex: number, yAxisIndex: number,
      data: panel.points.map((point, at) => ({ value: [at, point === null ? 0 : point.value], tip: point === null ? null : point.tip })),
      renderItem: (params, api) => {
        const at = params.dataIndex;
        const point = panel.points[at];
        const children = at === 0 ? panelOf(panel, api, look, width, number * step + 10) : [];
        if (point !== null) {
          const [x, y] = api.coord([at, point.value]);
          children.push({ type: 'circle', shape: { cx: x, cy: y, r: 3.5 }, style: { fill: look.data, stroke: look.paper, lineWidth: 1 } });
          if (panel.points.slice(at + 1).every((later) => later === null)) {
            children.push({ type: 'text', x: x + 8, y, style: { text: point.label, fill: look.ink, fontSize: 12, fontWeight: 600, fontFamily: font, verticalAlign: 'middle' } });
          }
        }
        return { type: 'group', children };
      },
    })),
  };
};

// The name of a panel, then its bands and lines, broken where a month has nothing to show.
function panelOf(panel, api, look, width, y) {
  const drawn = [{ type: 'text', x: 0, y, style: { text: fit(panel.name, width - 8, 13, 600), fill: look.ink, fontSize: 13, fontWeight: 600, fontFamily: font, verticalAlign: 'middle' } }];
  let run = [];
  const end = () => {
    if (run.length > 1) {
      const of = (part) => run.map(([at, point]) => api.coord([at, point[part]]));
      drawn.push({ type: 'polygon', shape: { points: [...of('high'), ...of('low').reverse()] }, style: { fill: look.data, opacity: 0.22 } });
      drawn.push({ type: 'polyline', shape: { points: of('value') }, style: { stroke: look.data, lineWidth: 2, fill: 'none' } });
    }
    run = [];
  };
  panel.points.forEach((point, at) => (point === null ? end() : run.push([at, point])));
  end();
  return drawn;
}
