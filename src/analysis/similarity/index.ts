export { type BuildOptions, buildIndex, packIndex, siteOptions } from './build-index.ts';
export { type CleanedPaste, cleanPaste, PIECE_KINDS, type Piece, type PieceKind } from './clean-paste.ts';
export { type CountOptions, countArchive } from './count-archive.ts';
export { FACET_KINDS, type Facet, type FacetKind, type SimilarDocument } from './document.ts';
export { documentOfMarkdown, type MarkdownFile } from './from-markdown.ts';
export { documentOfPostmortem, type Names, namesOf } from './from-postmortem.ts';
export { openIndex, type SimilarityIndex } from './open-index.ts';
export { PACKED_VERSION, type PackedIndex } from './packed.ts';
export {
  type Answer,
  type RankOptions,
  type Similar,
  searchSimilar,
  similarDocuments,
  similarToDraft,
} from './rank.ts';
export type { CommonWord, Reason } from './reasons.ts';
export { similarTo } from './similar-to.ts';
export { groupsOfSynonyms } from './synonym-groups.ts';
