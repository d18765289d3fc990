// Horizontal bars with the mark of a year earlier, conversion steps with intervals, ranges.
const categoryAxis = (look, names, width, tall) => {
  const room = Math.min(Math.max(...names.map((name) => widthOf(name, 13))) + 4, Math.max(96, width * (tall ? 0.34 : 0.42)));
  return {
    room,
    axis: {
      type: 'category', inverse: true, data: names.map((_, at) => at), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: look.ink, fontSize: 13, margin: 10, interval: 0, lineHeight: 16, formatter: (at) => (tall ? wrap(names[at], room, 13) : fit(names[at], room, 13)) },
    },
  };
};

drawings.bars = (chart, width, look, height) => {
  const names = chart.rows.map((row) => row.name);
  const { room, axis } = categoryAxis(look, names, width, (height - 60) / names.length >= 36);
  const labelRoom = Math.max(...chart.rows.map((row) => widthOf(row.label, 12, 600))) + 16;
  const hasMark = chart.rows.some((row) => row.mark !== null);
  const most = Math.max(...chart.rows.flatMap((row) => [row.value ?? 0, row.mark ?? 0]), chart.unit === 'share' ? 0.01 : 1);
  // Whole steps for whole things, and no axis beyond a hundred percent.
  const top = chart.unit === 'share' ? Math.min(1, niceTop(most)) : chart.unit === 'money' ? niceTop(most / data.minorUnits) * data.minorUnits : niceTop(Math.max(4, most));
  return {
    ...base(look),
    grid: { left: room + 10, right: labelRoom, top: 8, bottom: hasMark ? 46 : 28 },
    xAxis: valueAxis(look, units[chart.unit], top, {
      name: hasMark ? `▏ ${chart.markName}` : '', nameLocation: 'start', nameGap: 0,
      nameTextStyle: { color: look.soft, align: 'left', verticalAlign: 'top', padding: [30, 0, 0, 0] },
    }),
    yAxis: axis,
    series: [
      {
        type: 'bar', barMaxWidth: 18, barCategoryGap: '35%', cursor: 'default',
        data: chart.rows.map((row) => ({ value: row.value, tip: row.tip, itemStyle: { color: row.stage === null ? look.data : stageColor(row.stage) } })),
        label: { show: false },
      },
      {
        type: 'custom', clip: false, silent: true, z: 4, data: chart.rows.map((row, at) => [row.value ?? 0, at]),
        renderItem: (params, api) => {
          const row = chart.rows[params.dataIndex];
          const [x, y] = api.coord([row.value ?? 0, params.dataIndex]);
          const markX = row.mark === null ? null : api.coord([row.mark, params.dataIndex])[0];
          const half = Math.min(13, (api.size([0, 1])[1] * 0.42));
          const clash = markX !== null && markX > x - 2 && markX < x + widthOf(row.label, 12, 600) + 12;
          const children = [{
            type: 'text', x: (clash ? Math.max(markX, x) : x) + 7, y,
            style: { text: row.label, fill: look.ink, fontSize: 12, fontWeight: 600, fontFamily: font, verticalAlign: 'middle' },
          }];
          if (markX !== null) {
            children.push({ type: 'rect', shape: { x: markX - 1.5, y: y - half, width: 3, height: half * 2 }, style: { fill: look.ink, stroke: look.paper, lineWidth: 1 } });
          }
          return { type: 'group', children };
        },
      },
    ],
  };
};

drawings.steps = (chart, width, look) => {
  const rows = chart.steps.flatMap((step) => [{ head: step }, ...step.bars.map((bar) => ({ step, bar }))]);
  const room = Math.max(...rows.map((row) => (row.bar ? widthOf(row.bar.name, 13) : 0))) + 14;
  const top = Math.min(1, niceTop(Math.max(...rows.map((row) => (row.bar && row.bar.value !== null ? row.bar.high : 0)), 0.01)));
  const labelRoom = widthOf('100 %', 12, 600) + 14;
  return {
    ...base(look),
    grid: { left: room, right: labelRoom, top: 4, bottom: 28 },
    xAxis: valueAxis(look, units.share, top),
    yAxis: {
      type: 'category', inverse: true, data: rows.map((_, at) => at), axisLine: { show: false }, axisTick: { show: false },
      axisLabel: { color: look.soft, fontSize: 13, margin: 10, interval: 0, formatter: (at) => (rows[at].bar ? rows[at].bar.name : '') },
    },
    series: [
      {
        type: 'bar', barWidth: 14, cursor: 'default',
        data: rows.map((row) => (row.bar ? { value: row.bar.value, tip: row.bar.tip, itemStyle: { color: stageColor(row.step.stage) } } : { value: null })),
      },
      {
        type: 'custom', clip: false, silent: true, z: 4, data: rows.map((_, at) => [0, at]),
        renderItem: (params, api) => {
          const { head, bar } = rows[params.dataIndex];
          const y = api.coord([0, params.dataIndex])[1];
          if (head) {
            const place = width - 16 - widthOf(' → ', 14, 600) - (head.note ? widthOf(head.note, 12) + 24 : 0);
            const to = fit(head.to, Math.max(place / 2, place - widthOf(head.from, 14, 600)), 14, 600);
            const name = fit(head.from, place - widthOf(to, 14, 600), 14, 600) + ' → ' + to;
            const children = [{ type: 'text', x: 0, y: y + 2, style: { text: name, fill: look.ink, fontSize: 14, fontWeight: 600, fontFamily: font, verticalAlign: 'middle' } }];
            if (head.note) {
              children.push({ type: 'text', x: widthOf(name, 14, 600) + 12, y: y + 2, style: { text: head.note, fill: look.soft, fontSize: 12, fontFamily: font, verticalAlign: 'middle' } });
            }
            return { type: 'group', children };
          }
          if (bar.value === null) return { type: 'text', x: api.coord([0, 0])[0] + 6, y, style: { text: '–', fill: look.soft, verticalAlign: 'middle' } };
          const [low, high] = [bar.low, bar.high].map((share) => api.coord([share, params.dataIndex])[0]);
          const line = (x1, y1, x2, y2) => ({ type: 'line', shape: { x1, y1, x2, y2 }, style: { stroke: look.ink, lineWidth: 1.5 } });
          return {
            type: 'group', children: [
              line(low, y, high, y), line(low, y - 4, low, y + 4), line(high, y - 4, high, y + 4),
              { type: 'text', x: high + 7, y, style: { text: bar.label, fill: look.ink, fontSize: 12, fontWeight: 600, fontFamily: font, verticalAlign: 'middle' } },
            ],
          };
        },
      },
    ],
  };
};

drawings.ranges = (chart, width, look) => {
  const names = chart.rows.map((row) => row.name);
  const { room, axis } = categoryAxis(look, names, width, true);
  const top = niceTop(Math.max(...chart.rows.flatMap((row) => [row.low ?? 0, row.value ?? 0, row.high ?? 0]), 1));
  const labelRoom = 24;
  return {
    ...base(look),
    grid: { left: room + 10, right: labelRoom, top: 8, bottom: 28 },
    xAxis: valueAxis(look, units[chart.unit], top),
    yAxis: axis,
    series: [{
      type: 'custom', clip: false, cursor: 'default', data: chart.rows.map((row, at) => ({ value: [0, at], tip: row.tip })),
      renderItem: (params, api) => {
        const row = chart.rows[params.dataIndex];
        const y = api.coord([0, params.dataIndex])[1] + 6;
        const x = (days) => api.coord([days ?? top, params.dataIndex])[0];
        const children = [];
        const start = x(0);
        const end = x(top);
        if (row.low !== null) {
          const [from, to] = [x(row.low), x(row.high)];
          children.push({ type: 'rect', shape: { x: from, y: y - 5, width: Math.max(2, to - from), height: 10, r: row.high === null ? [2, 0, 0, 2] : 2 }, style: { fill: stageColor(row.stage), opacity: look.band } });
          if (row.high === null) {
            children.push({ type: 'polygon', shape: { points: [[to, y - 5], [to + 7, y], [to, y + 5]] }, style: { fill: stageColor(row.stage), opacity: look.band } });
          }
        }
        if (row.value !== null) {
          children.push({ type: 'circle', shape: { cx: x(row.value), cy: y, r: 6 }, style: { fill: stageColor(row.stage), stroke: look.ink, lineWidth: 1.5 } });
        }
        const text = fit(row.label, end - start + labelRoom - 4, 12, 600);
        const wide = widthOf(text, 12, 600);
        const at = row.value === null ? start : Math.min(Math.max(start, x(row.value) - wide / 2), end + labelRoom - wide - 2);
        children.push({ type: 'text', x: at, y: y - 16, style: { text, fill: row.value === null ? look.soft : look.ink, fontSize: 12, fontWeight: row.value === null ? 400 : 600, fontFamily: font, verticalAlign: 'middle' } });
        return { type: 'group', children };
      },
    }],
  };
};
