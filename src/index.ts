/** Classes and types; importing this does nothing. A tag is defined by importing `civic-elements/civic-map.js` and its like. */
export { CivicIdeas } from './elements/ideas/ideas.js';
export * from './elements/ideas/ideas.events.js';
export { CivicLayer } from './elements/layer/layer.js';
export { CivicMap } from './elements/map/map.js';
export * from './elements/map/map.events.js';
export { CivicRating } from './elements/rating/rating.js';
export * from './elements/rating/rating.events.js';
export { CivicRoadmap } from './elements/roadmap/roadmap.js';
export * from './elements/roadmap/roadmap.events.js';
export { allowEndpoints } from './sinks/endpoints.js';
export { SinkError, type SinkReason } from './sinks/sink.js';
export { SourceError, type DatasetOptions, type Progress, type SourceReason } from './sources/source.js';
export type * from './model/commitment.js';
export type * from './model/dataset.js';
export type * from './model/hub.js';
export type * from './model/idea.js';
export type * from './model/rating.js';
