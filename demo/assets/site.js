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
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
    said.textContent = 'The code is in the clipboard.';
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
