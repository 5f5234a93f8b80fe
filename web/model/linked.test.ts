import { describe, expect, it } from 'vitest';
import { piecesOf } from './linked';

describe('A sentence with numbers of matters', () => {
  it('keeps every letter and marks the numbers', () => {
    const sentence = '由此发起：吹哨报到 HX-2026-000023；同一问题 HX-2026-000008。';
    expect(piecesOf(sentence).map((piece) => piece.text).join('')).toBe(sentence);
    expect(piecesOf(sentence).filter((piece) => piece.number).map((piece) => piece.text)).toEqual(['HX-2026-000023', 'HX-2026-000008']);
  });

  it('takes no date or phone for a number', () => {
    expect(piecesOf('2026-11-23 09:00, 022-0000 0000').some((piece) => piece.number)).toBe(false);
  });
});
