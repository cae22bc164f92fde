import { ElementType, parseDocument } from 'htmlparser2';

type ParsedNode = ReturnType<typeof parseDocument>['children'][number];

function attributeLines(attributes: Record<string, string>): string[] {
  return Object.entries(attributes)
    .map(([name, value]) => {
      // Class names are a set; other values only differ in how their white space is wrapped.
      const words = value.split(/\s+/).filter(Boolean);
      return `@${name}=${(name === 'class' ? [...new Set(words)].sort() : words).join(' ')}`;
    })
    .sort();
}

function nodeLines(node: ParsedNode, depth: number): string[] {
  const indent = '  '.repeat(depth);
  if (node.type === ElementType.ElementType.Text) {
    const text = 'data' in node ? node.data.replace(/\s+/g, ' ').trim() : '';
    return text ? [`${indent}"${text}"`] : [];
  }
  if (!('name' in node) || !('attribs' in node)) return [];
  const own = attributeLines(node.attribs).map((line) => `${indent}  ${line}`);
  return [`${indent}<${node.name}>`, ...own, ...treeLines(node.children, depth + 1)];
}

function treeLines(nodes: readonly ParsedNode[], depth: number): string[] {
  return nodes.flatMap((node) => nodeLines(node, depth));
}

/** The tree of some HTML, a line for each element, attribute and text: attributes and classes sorted, space collapsed. */
export function normalised(html: string): string {
  return treeLines(parseDocument(html).children, 0).join('\n');
}
