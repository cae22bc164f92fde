import type { Operation } from '~/web/api/operation';
import { citationOperations } from './citations';
import { commentOperations } from './comments';
import { findingOperations } from './findings';
import { peopleOperations } from './people';
import { questionOperations } from './questions';
import { searchOperations } from './searching';
import { strategyOperations } from './strategy';
import { writingOperations } from './writing';

/** All that programs can do. The router, the OpenAPI document and the page about the API are made from it. */
export const OPERATIONS: readonly Operation[] = [
  ...findingOperations,
  ...citationOperations,
  ...questionOperations,
  ...commentOperations,
  ...peopleOperations,
  ...searchOperations,
  ...strategyOperations,
  ...writingOperations,
];
