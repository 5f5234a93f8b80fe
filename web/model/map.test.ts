import { describe, expect, it } from 'vitest';
import type { Shape } from './api/types';
import { frameOf, middleOf, pathOf } from './map';

const shape = (rings: number[][][]): Shape => ({ code: 'c', name: 'c', kind: 'community', synthetic: true, rings });
const square = shape([[[117.2, 39.1], [117.21, 39.1], [117.21, 39.11], [117.2, 39.11]]]);

describe('A schematic map', () => {
  it('puts north up and east right, inside its frame', () => {
    const frame = frameOf(square, 400, 400)!;
    expect(frame.x(117.21)).toBeGreaterThan(frame.x(117.2));
    expect(frame.y(39.11)).toBeLessThan(frame.y(39.1));
    for (const [lon, lat] of square.rings[0]!) {
      expect(frame.x(lon!) >= 0 && frame.x(lon!) <= frame.width).toBe(true);
      expect(frame.y(lat!) >= 0 && frame.y(lat!) <= frame.height).toBe(true);
    }
  });

  it('keeps the shape true: a degree east is shorter than a degree north', () => {
    const frame = frameOf(square, 400, 4000)!;
    const [east, north] = [frame.x(117.21) - frame.x(117.2), frame.y(39.1) - frame.y(39.11)];
    expect(east / north).toBeCloseTo(Math.cos((39.105 * Math.PI) / 180), 3);
  });

  it('closes every ring and finds the middle', () => {
    const frame = frameOf(square, 400, 400)!;
    expect(pathOf(square, frame)).toMatch(/^M[^M]*Z$/);
    expect(middleOf(square, frame)).toMatchObject({ x: expect.closeTo(frame.width / 2, 3), y: expect.closeTo(frame.height / 2, 3) });
  });

  it('is nothing where no border is drawn', () => {
    expect(frameOf(shape([]), 400, 400)).toBeNull();
  });
});
