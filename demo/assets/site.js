/** Gives each piece of code a button that copies it, where the browser lets a page write to the clipboard. */
const said = document.createElement('p');
said.className = 'visually-hidden';
said.setAttribute('role', 'status');

function addButton(code) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    const copied = await navigator.clipboard.writeText(code.textContent).then(() => true, () => false);
    button.textContent = copied ? 'Copied' : 'Not allowed';
    said.textContent = copied ? 'The code is in the clipboard.' : 'This browser does not let the page copy. Select the code instead.';
    setTimeout(() => {
      button.textContent = 'Copy';
      said.textContent = '';
    }, 3000);
  });
  code.parentElement.append(button);
}

if (navigator.clipboard) {
  document.body.append(said);
  for (const code of document.querySelectorAll('pre > code')) addButton(code);
}

/** The page on which any address can be tried: the element reads what the address of this page names. */
const any = document.querySelector('#any');
if (any) {
  const { searchParams } = new URL(location.href);
  const asked = searchParams.get('src') || '/live/gbfs.json';
  document.querySelector('#address').value = asked;
  any.setAttribute('src', asked);
  // The shapes of a table that names its places by a code.
  if (searchParams.has('shapes')) any.setAttribute('shapes', searchParams.get('shapes'));
}
