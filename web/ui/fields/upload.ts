// How a chosen file reaches the server. The resident's page provides a way of its own; else see send_file.ts.
import type { InjectionKey } from 'vue';

export type Upload = (matter: string, file: File) => Promise<string>; // the name under which it is kept
export const kUpload: InjectionKey<Upload> = Symbol('upload');
export const staffUpload: Upload = async (matter, file) => (await import('./send_file')).sendFile(matter, file);
