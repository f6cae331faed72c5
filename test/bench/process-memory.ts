import { existsSync, readFileSync, readdirSync } from 'node:fs';

/** `VmHWM` and its like of a process, in megabytes, as Linux tells them. */
export function memory(id: number, field: 'VmHWM' | 'VmRSS'): number {
  const path = `/proc/${id}/status`;
  return existsSync(path) ? Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(path, 'utf8'))?.[1]) / 1024 : Number.NaN;
}

/** The processes of pages that a browser has: that of ours, and one that it keeps in reserve. */
export function pageProcesses(browser: number): readonly number[] {
  if (!existsSync('/proc')) return [];
  const read = (id: number, file: string): string => {
    try {
      return readFileSync(`/proc/${id}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  const parent = (id: number): number => Number(/^PPid:\s+(\d+)/m.exec(read(id, 'status'))?.[1] ?? 0);
  const belongs = (id: number): boolean => id === browser || (id > 1 && belongs(parent(id)));
  return readdirSync('/proc').map(Number).filter((id) => id > 1 && read(id, 'cmdline').includes('--type=renderer') && belongs(id));
}
