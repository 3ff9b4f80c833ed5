/** What a text of YAML holds, whichever parser read it. Offsets are UTF-16 code units from the start of the text. */
export type YamlNode = YamlText | YamlList | YamlMap | YamlAlias;

/** How a text is written. */
export type TextStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

interface Stretch {
  /** Where it starts: a quote, the `|` of a block and the bracket of a list among it. */
  start: number;
  /** Where it ends; absent for a list or map whose parser does not say. */
  end?: number;
  /** True where an anchor or a tag stands before it. */
  isMarked?: true;
}

export interface YamlText extends Stretch {
  kind: 'text';
  end: number;
  style: TextStyle;
  /** As YAML reads it; empty where nothing is written. */
  text: string;
}

export interface YamlList extends Stretch {
  kind: 'list';
  items: (YamlNode | null)[];
}

export interface YamlMap extends Stretch {
  kind: 'map';
  /** As they stand, those with one key among them. */
  pairs: { key: YamlNode | null; value: YamlNode | null }[];
}

export interface YamlAlias extends Stretch {
  kind: 'alias';
  /** With its `*`. */
  written: string;
}
