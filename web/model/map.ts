// Borders in longitude and latitude as the path of a drawing: flat, north up, true in both directions at the district's
// latitude. For a schematic map of a few square kilometres; no projection worth the name is needed.
import type { Shape } from './api/types';

export interface Frame {
  width: number;
  height: number;
  x: (lon: number) => number;
  y: (lat: number) => number;
}

const kEdge = 6; // px around the drawing, so that borders are whole

// The frame that holds `outline` in `width` px and at most `most` px of height. null when nothing is drawn.
export function frameOf(outline: Shape, width: number, most: number): Frame | null {
  const points = outline.rings.flat() as [number, number][];
  if (points.length === 0) return null;
  const [lons, lats] = [points.map((point) => point[0]), points.map((point) => point[1])];
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const squeeze = Math.cos(((south + north) / 2) * (Math.PI / 180));
  const [wide, high] = [Math.max((east - west) * squeeze, 1e-9), Math.max(north - south, 1e-9)];
  const scale = Math.min((width - 2 * kEdge) / wide, (most - 2 * kEdge) / high);
  return {
    width: wide * scale + 2 * kEdge, height: high * scale + 2 * kEdge,
    x: (lon) => kEdge + (lon - west) * squeeze * scale,
    y: (lat) => kEdge + (north - lat) * scale,
  };
}

export function pathOf(shape: Shape, frame: Frame): string {
  const ring = (points: number[][]) => points.map(([lon, lat], i) => `${i === 0 ? 'M' : 'L'}${frame.x(lon!).toFixed(1)} ${frame.y(lat!).toFixed(1)}`).join('') + 'Z';
  return shape.rings.filter((points) => points.length > 0).map(ring).join('');
}

// Where a name may stand: the middle of the outer ring's corners.
export function middleOf(shape: Shape, frame: Frame): { x: number; y: number } {
  const points = shape.rings[0] ?? [];
  const mean = (at: 0 | 1) => points.reduce((sum, point) => sum + point[at]!, 0) / Math.max(points.length, 1);
  return { x: frame.x(mean(0)), y: frame.y(mean(1)) };
}
