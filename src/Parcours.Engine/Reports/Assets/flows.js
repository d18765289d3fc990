// Where customers stood and stand; stages over time.
drawings.sankey = (chart, width, look) => {
  const side = Math.min(220, Math.max(96, width * 0.24));
  const node = (end) => (item) => ({
    name: end + item.stage,
    itemStyle: { color: stageColor(item.stage), borderWidth: 0 },
    depth: end === 'a' ? 0 : 1,
    tip: [item.name, item.label],
    label: {
      position: end === 'a' ? 'left' : 'right', color: look.ink,
      formatter: width < 520
        ? `{name|${fit(item.name, side - 12, 12)}}\n{count|${item.label}}`
        : `{name|${fit(item.name, side - 24 - widthOf(item.label, 12, 600), 13)}}  {count|${item.label}}`,
      rich: { name: { color: look.ink, fontSize: width < 520 ? 12 : 13, lineHeight: 16 }, count: { color: look.ink, fontWeight: 600, lineHeight: 15 } },
    },
  });
  return {
    ...base(look),
    series: [{
      type: 'sankey', animation: false, left: side, right: side, top: 12, bottom: 12, nodeWidth: 14, nodeGap: width < 520 ? 22 : 18, layoutIterations: 0, draggable: false,
      emphasis: { focus: 'adjacency' },
      lineStyle: { color: 'source', opacity: look.flow, curveness: 0.5 },
      data: [...chart.left.map(node('a')), ...chart.right.map(node('b'))],
      links: chart.links.map((link) => ({ source: 'a' + link.from, target: 'b' + link.to, value: link.value, tip: link.tip, lineStyle: { color: stageColor(link.from) } })),
    }],
  };
};

drawings.area = (chart, width, look, height) => {
  const last = chart.dates.length - 1;
  const names = chart.bands.map((band) => band.name);
  const room = width < 560 ? 104 : Math.min(240, Math.max(...names.map((name) => widthOf(name, 13))) + widthOf(whole(88888888), 12, 600) + 26);
  const top = 12;
  const bottom = 28;
  const total = Math.max(...chart.dates.map((_, at) => chart.bands.reduce((sum, band) => sum + band.values[at], 0)));
  const axisTop = niceTop(total);
  const scale = (height - top - bottom) / axisTop;
  const rowHeight = width < 560 ? 32 : 18;
  let below = 0;
  const labels = chart.bands.map((band) => {
    const middle = below + band.values[last] / 2;
    below += band.values[last];
    return { band, y: height - bottom - middle * scale };
  });
  spread(labels, top + rowHeight / 2, height - bottom - rowHeight / 2, rowHeight);
  return {
    ...base(look),
    grid: { left: 8, right: room, top, bottom, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    tooltip: {
      ...base(look).tooltip, trigger: 'axis', axisPointer: { type: 'line', lineStyle: { color: look.soft } },
      formatter: (items) => {
        const at = items[0].dataIndex;
        const box = tip([chart.full[at]]);
        for (const band of [...chart.bands].reverse()) {
          const line = box.appendChild(document.createElement('div'));
          line.append(swatch(stageColor(band.stage)));
          const name = line.appendChild(document.createElement('span'));
          name.className = 'grow';
          name.textContent = band.name;
          line.appendChild(document.createElement('span')).textContent = whole(band.values[at]);
        }
        return box;
      },
    },
    xAxis: {
      type: 'category', data: chart.dates, boundaryGap: false, axisTick: { show: false }, axisLine: { lineStyle: { color: look.line } },
      axisLabel: { color: look.soft, hideOverlap: true, alignMinLabel: 'left', alignMaxLabel: 'right' },
    },
    yAxis: valueAxis(look, units.count, axisTop),
    series: [
      ...chart.bands.map((band) => ({
        type: 'line', stack: 'all', name: band.name, data: band.values, symbol: 'none', silent: true,
        lineStyle: { width: 1, color: look.paper }, areaStyle: { color: stageColor(band.stage), opacity: 1 },
      })),
      {
        type: 'custom', clip: false, silent: true, data: labels.map((label) => [last, 0, label.y]), tooltip: { show: false }, z: 5,
        renderItem: (params, api) => {
          const { band, y } = labels[params.dataIndex];
          const x = api.coord([last, 0])[0] + 10;
          const count = whole(band.values[last]);
          const narrow = width < 560;
          const name = fit(band.name, narrow ? room - 24 : room - 40 - widthOf(count, 12, 600), narrow ? 12 : 13);
          return {
            type: 'group', children: [
              { type: 'rect', shape: { x, y: y - 5, width: 8, height: 10, r: 1 }, style: { fill: stageColor(band.stage) } },
              {
                type: 'text', x: x + 13, y, style: {
                  text: narrow ? `{n|${name}}\n{c|${count}}` : `{n|${name}}  {c|${count}}`, verticalAlign: 'middle',
                  rich: { n: { fill: look.ink, fontSize: narrow ? 12 : 13, fontFamily: font, lineHeight: 15 }, c: { fill: look.ink, fontSize: 12, fontWeight: 600, fontFamily: font, lineHeight: 14 } },
                },
              },
            ],
          };
        },
      },
    ],
  };
};

// Moves labels up or down just enough that none covers another; the list runs from the bottom to the top.
function spread(labels, top, bottom, gap) {
  let limit = bottom;
  for (const label of labels) {
    label.y = Math.min(label.y, limit);
    limit = label.y - gap;
  }
  limit = top;
  for (const label of [...labels].reverse()) {
    label.y = Math.max(label.y, limit);
    limit = label.y + gap;
  }
}
