import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DEFAULT_PORT = 5499;
/** Not called as the schema `soundings` is: PostgreSQL would make this role's tables in that schema. */
export const ROLE = 'soundings_app';
export const DATABASE = 'soundings';
export const SUPERUSER = 'postgres';

export type ClusterAddress = { port: number; password: string };

export function passwordFile(dataFolder: string): string {
  return join(dataFolder, 'postgres-password');
}

/** The port last used, kept outside the cluster because the cluster may be readable by its own user only. */
export function portFile(dataFolder: string): string {
  return join(dataFolder, 'postgres-port');
}

export function addressOf({ port, password }: ClusterAddress, database: string, role = ROLE): string {
  return `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`;
}

/** Where the embedded server of this data folder answers, or undefined if none was ever made. */
export function embeddedAddress(dataFolder: string): string | undefined {
  if (!existsSync(passwordFile(dataFolder))) return undefined;
  const password = readFileSync(passwordFile(dataFolder), 'utf8').trim();
  return addressOf({ port: recordedPort(dataFolder), password }, DATABASE);
}

export function recordedPort(dataFolder: string): number {
  const recorded = existsSync(portFile(dataFolder)) ? readFileSync(portFile(dataFolder), 'utf8') : '';
  return Number(recorded.trim()) || DEFAULT_PORT;
}
