import type { LatLon } from './distance.ts';

/**
 * Roughly what is called Liptako-Gourma: the lands inside the bend of the Niger and around the meeting point of Mali,
 * Niger and Burkina Faso. No treaty draws this line. It was drawn for this project, around the towns that are usually
 * counted in, and is to be shown as approximate wherever it is shown.
 */
export const liptakoGourma: readonly LatLon[] = [
  [16.6, -3.1],
  [16.98, -2.2],
  [17.12, -1.3],
  [17.15, -0.45],
  [16.85, 0.45],
  [16.5, 1.3],
  [16.3, 2.2],
  [15.85, 2.75],
  [15.2, 2.9],
  [14.6, 2.5],
  [14.1, 2.05],
  [13.65, 1.85],
  [13.1, 2.05],
  [12.5, 2.15],
  [12.0, 2.1],
  [11.65, 1.6],
  [11.4, 0.9],
  [11.55, 0.1],
  [12.0, -0.5],
  [12.6, -1.1],
  [12.85, -1.8],
  [13.15, -2.6],
  [13.55, -3.2],
  [13.95, -3.75],
  [14.5, -4.0],
  [15.1, -3.9],
  [15.7, -3.6],
  [16.2, -3.4],
].map(([lat = 0, lon = 0]) => ({ lat, lon }));
