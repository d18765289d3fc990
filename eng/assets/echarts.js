// The parts of Apache ECharts that our screens and reports draw with; the global is `echarts`.
// Each part costs 5 to 30 kB in every report: add one when a chart needs it.
import { registerLocale, use } from 'echarts/core';
import { BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent, DataZoomInsideComponent, GridComponent, LegendPlainComponent, MarkLineComponent, TitleComponent, ToolboxComponent, TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import french from 'echarts/lib/i18n/langFR.js';

use([
  BarChart, CustomChart, HeatmapChart, LineChart, SankeyChart, ScatterChart,
  AriaComponent, DataZoomInsideComponent, GridComponent, LegendPlainComponent, MarkLineComponent, TitleComponent, ToolboxComponent, TooltipComponent,
  VisualMapComponent, LabelLayout, SVGRenderer,
]);
registerLocale('FR', french);

export { dispose, getInstanceByDom, init, version } from 'echarts/core';
