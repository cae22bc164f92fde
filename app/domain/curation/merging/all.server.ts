import { findingMerger } from './finding-merger.server';
import type { MergedNoun } from './merge-rules';
import type { Merger } from './merger.server';
import { organisationMerger } from './organisation-merger.server';
import { questionMerger } from './question-merger.server';

export const MERGERS: Record<MergedNoun, Merger> = {
  finding: findingMerger,
  question: questionMerger,
  organisation: organisationMerger,
};
