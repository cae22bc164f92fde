import { renderMarkdown } from './markdown.server';

const PARTS = ['keyMessages', 'summary', 'methods', 'limits'] as const;
export type VersionHtml = Record<(typeof PARTS)[number], string>;

/** The texts of a version as safe HTML; empty where nothing is stated. */
export const renderVersion = (version: VersionHtml): VersionHtml => ({
  keyMessages: renderMarkdown(version.keyMessages),
  summary: renderMarkdown(version.summary),
  methods: renderMarkdown(version.methods),
  limits: renderMarkdown(version.limits),
});
