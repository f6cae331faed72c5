/**
 * Collects in `globalThis.heard` what live regions announce from now on, in shadow roots that are made later, too. Plain
 * JavaScript: it is put into pages as it stands as well.
 */
const heard = (globalThis.heard = []);
const said = new WeakMap();
const listen = (root) => new MutationObserver((changes) => {
  for (const { target, addedNodes } of changes) {
    // An alert is read out as it comes; what else is live has to be there before its words.
    for (const node of addedNodes) if (node.parentNode === target && node.role === 'alert') heard.push(node.textContent.replace(/\s+/g, ' ').trim());
    const live = (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]');
    const text = live?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (live && text && said.get(live) !== text) heard.push(text);
    if (live) said.set(live, text);
  }
}).observe(root, { subtree: true, childList: true, characterData: true });
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attach.call(this, options);
  listen(root);
  return root;
};
listen(document);
