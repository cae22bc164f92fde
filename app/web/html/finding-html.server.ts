import { renderMarkdown } from './markdown.server';

export type VersionHtml = Record<'keyMessages' | 'summary' | 'methods' | 'limits', string>;

/** The texts of a version as safe HTML; empty where nothing is stated. */
export const renderVersion = (version: VersionHtml): VersionHtml => ({
  keyMessages: renderMarkdown(version.keyMessages),
  summary: renderMarkdown(version.summary),
  methods: renderMarkdown(version.methods),
  limits: renderMarkdown(version.limits),
});
