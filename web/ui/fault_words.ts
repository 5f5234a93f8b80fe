// Words for a fault. The server speaks for itself; only where it said nothing do we.
import type { Fault } from '@/model/api/fault';

type Translate = (key: string, named: Record<string, unknown>) => string;

function ownKey(fault: Fault): string {
  if (fault.status === 0) return 'unreachable';
  if (fault.status === 404) return 'not_found';
  if (fault.status === 503 || fault.status === 429) return 'busy';
  return 'other';
}

export function wordsOf(fault: Fault, t: Translate): { message: string; hint: string } {
  if (fault.message !== '') return { message: fault.message, hint: fault.hint };
  const key = ownKey(fault);
  return { message: t(`fault.${key}`, { status: fault.status }), hint: t(`fault.${key}_hint`, {}) };
}
