import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a process is given to do. */
export interface Task {
  part: number;
  parts: number;
  /** By their names. */
  secrets: string[];
  leaks: string[];
  seed: number;
  /** Of each secret at most so many answers. */
  most?: number;
}

export interface Figures {
  secrets: number;
  answers: number;
  asked: number;
  addresses: number;
  seen: number;
  leaks: number;
  found: number;
}

/** A line to print, a figure that holds or not, or what adds up. */
export interface Saying {
  text?: string;
  holds?: boolean;
  figures?: Partial<Figures>;
}

const FILE = resolve('tests/trust/non-interference/part.ts');

/** Keys and files of each are its own. */
export function runPart(task: Task, hear: (saying: Saying) => void): Promise<void> {
  const data = join(process.env['SOUNDINGS_DATA'] ?? '.data', `part-${task.part}`);
  mkdirSync(data, { recursive: true });
  const env = { ...process.env, SOUNDINGS_DATA: data };
  return new Promise((settle, fail) => {
    const child = fork(FILE, [JSON.stringify(task)], { env });
    child.on('message', (saying: Saying) => hear(saying));
    child.once('error', fail);
    child.once('exit', (code) =>
      code === 0 ? settle() : fail(new Error(`a part of the secrets ended with ${code}`)),
    );
  });
}
