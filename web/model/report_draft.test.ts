import { describe, expect, it } from 'vitest';
import { emptyDraft, faultsOfStep, fromStored, kSteps, stepOfField, toReport, toStored } from './report_draft';

const told = { ...emptyDraft(), what: ' 13号楼再生水管爆裂 ', address: '示例小区13号楼', agree: true };

describe('A resident report', () => {
  it('takes at most four steps, the receipt included', () => {
    expect(kSteps.length + 1).toBeLessThanOrEqual(4);
  });

  it('needs neither name nor phone nor department', () => {
    for (const step of kSteps) expect(faultsOfStep(step, told)).toEqual([]);
    expect(toReport(told)).toEqual({ what: '13号楼再生水管爆裂', address: '示例小区13号楼', wish: 'none', agree: true });
  });

  it('asks where in any one of three ways', () => {
    expect(faultsOfStep('where', emptyDraft())).toMatchObject([{ key: 'report.fault_where' }]);
    const point = { ...emptyDraft(), point: { lon: 117.2, lat: 39.1, words: '' } };
    const place = { ...emptyDraft(), place: { code: 'p1', name: 'x', path: '' } };
    expect(faultsOfStep('where', point)).toEqual([]);
    expect(faultsOfStep('where', place)).toEqual([]);
    expect(toReport({ ...place, point: point.point })).not.toHaveProperty('lon');
  });

  it('near a boundary goes out only once somebody has said which side it is', () => {
    const near = { ...emptyDraft(), point: { lon: 117.2, lat: 39.1, words: '', unsure: true } };
    expect(faultsOfStep('where', near)).toMatchObject([{ field: 'address', key: 'report.fault_boundary' }]);
    const sure = { ...near, point: { ...near.point, confirmed: true } };
    expect(faultsOfStep('where', sure)).toEqual([]);
    expect(toReport(sure)).toMatchObject({ lon: 117.2, place_confirmed: true });
    expect(stepOfField('place_confirmed')).toBe('where');
  });

  it('asks for a phone only from someone who wants a call', () => {
    expect(faultsOfStep('contact', { ...told, wish: 'reply' })).toMatchObject([{ field: 'phone' }]);
    expect(faultsOfStep('contact', { ...told, phone: '０２２－００００' })).toEqual([]);
    expect(faultsOfStep('contact', { ...told, phone: 'call me' })).toMatchObject([{ key: 'report.fault_phone' }]);
    expect(faultsOfStep('contact', { ...told, wish: 'reply', phone: '022-0000 0000' })).toEqual([]);
  });

  it('that is the same as a known one needs no words of its own, and says which it joins', () => {
    const same = { ...told, what: '', sameAs: { number: 'HX-2023-000001', words: '与 HX-2023-000001 是同一件事。' } };
    expect(faultsOfStep('what', same)).toEqual([]);
    expect(toReport(same).what).toBe('与 HX-2023-000001 是同一件事。');
    expect(toReport({ ...same, what: '地下室也进水' }).what).toBe('与 HX-2023-000001 是同一件事。 地下室也进水');
  });

  it('is not sent without consent', () => {
    expect(faultsOfStep('contact', { ...told, agree: false })).toMatchObject([{ field: 'agree' }]);
  });
});

describe('A draft that survives a closed tab', () => {
  it('keeps words and place but neither name nor phone', () => {
    const stored = toStored({ ...told, name: 'Example Person', phone: '00000000' });
    expect(stored).not.toContain('Example Person');
    expect(stored).not.toContain('00000000');
    expect(fromStored(stored).what).toBe(told.what);
  });

  it('is simply empty when the browser kept nonsense', () => {
    expect(fromStored('[')).toEqual(emptyDraft());
    expect(fromStored('{"place":{"code":7}}')).toEqual(emptyDraft());
  });
});

describe('A refusal', () => {
  it('leads back to the step of its field', () => {
    expect(stepOfField('what')).toBe('what');
    expect(stepOfField('input.place')).toBe('where');
    expect(stepOfField('phone')).toBe('contact');
  });
});
