// What went wrong with a request, in a form a person can act on.
// The server names the field, the fault and the cure; where no server answered, we say so ourselves.

export interface Fault {
  status: number; // 0: no answer reached us
  code: string; // language-free, e.g. "missing_field"
  field: string; // dotted name of the input at fault, or ""
  message: string; // what is wrong, in the caller's language; "" when only the code is known
  hint: string; // how to mend it; may be ""
}

export class ServerFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault.message || fault.code);
    this.name = 'ServerFault';
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

// Reads the error body {error:{code,field,message,hint}}. Total: a body of any other shape (a proxy's page,
// nothing at all) still gives a fault that names the status.
export function faultFrom(status: number, body: unknown): Fault {
  const inner = (body as { error?: Record<string, unknown> } | null)?.error;
  if (inner === undefined || inner === null || typeof inner !== 'object') {
    return { status, code: `http_${status}`, field: '', message: '', hint: '' };
  }
  return {
    status,
    code: text(inner.code) || `http_${status}`,
    field: text(inner.field),
    message: text(inner.message),
    hint: text(inner.hint),
  };
}

export function faultOf(error: unknown): Fault {
  if (error instanceof ServerFault) return error.fault;
  return { status: 0, code: 'unreachable', field: '', message: '', hint: '' };
}
