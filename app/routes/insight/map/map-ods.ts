import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendMapFile } from './send-map-file.server';

export const loader = (args: LoaderFunctionArgs) => sendMapFile(args, 'ods');
