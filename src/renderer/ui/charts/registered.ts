import {
  BarController,
  BarElement,
  BubbleController,
  CategoryScale,
  Chart,
  LinearScale,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  BubbleController,
  CategoryScale,
  LinearScale,
  PointElement,
  Tooltip,
);

/** Chart.js with the parts this app draws with; import it from here and nowhere else. */
export { Chart };
