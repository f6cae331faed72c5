// Made by `npm run build` from the doc comments of the elements.
declare module '*/custom-elements.json' {
  const manifest: Record<string, unknown>;
  export default manifest;
}
