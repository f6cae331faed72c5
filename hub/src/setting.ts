import { readFileSync } from 'node:fs';

/** What a variable says, or the file that the same name with `_FILE` names: secrets need not stand in the environment, which more can see. */
export function settingOf(environment: Readonly<Record<string, string | undefined>>, name: string, problems: string[]): string | undefined {
  const path = environment[`${name}_FILE`]?.trim();
  if (environment[name] !== undefined || !path) return environment[name]?.trim();
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    problems.push(`${name}_FILE: ${path} cannot be read (${(cause as NodeJS.ErrnoException).code}).`);
    return undefined;
  }
}
