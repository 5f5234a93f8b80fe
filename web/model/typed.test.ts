import { describe, expect, it } from 'vitest';
import { codeMeant, numberMeant, phoneMeant } from './typed';

describe('What people type', () => {
  it('is read as they meant it', () => {
    for (const typed of ['ABCD-1234', 'abcd 1234', 'ａｂｃｄ－１２３４', ' ABCD—1234\u3000']) expect(codeMeant(typed)).toBe('ABCD1234');
    for (const typed of ['HX-2023-000001', 'ＨＸ－２０２３－０００００１', 'HX 2023 — 000001 ']) expect(numberMeant(typed)).toBe('HX-2023-000001');
    expect(phoneMeant('０２２－１２３４　５６７８')).toBe('022-1234 5678');
  });

  it('stays wrong where it is wrong', () => {
    expect(codeMeant('查询码')).toBe('查询码');
    expect(phoneMeant('打给我')).toBe('打给我');
  });
});
