import { readFileSync } from 'node:fs';
import { launch } from '/work/main/test/support/chromium.js';
import { startStatic } from '/work/main/test/support/static-server.js';
const files: any = { '/places.csv': readFileSync('/tmp/perf/places.csv'), '/places.geojson': readFileSync('/tmp/perf/places.geojson') };
const server = await startStatic({ folders: { '/dist/': '/work/main/dist/', '/node_modules/':'/work/main/node_modules/' }, answer(q, r) { const { pathname } = new URL(q.url!, 'http://x'); const b = pathname === '/' ? Buffer.from('<!doctype html>') : files[pathname]; if (!b) return false; r.setHeader('content-type', pathname === '/' ? 'text/html' : 'application/octet-stream'); r.setHeader('content-length', b.length); r.end(b); return true; } });
const kind = process.argv[2] ?? 'csv';
const program = `async()=>{
 const bytes=new Uint8Array(await (await fetch('/places.${kind}')).arrayBuffer());
 const { read${kind==='csv'?'Csv':'Geojson'} : read } = await import('/dist/sources/formats/${kind}.js'); const {streamOf}=await import('/dist/sources/filling.js'); const {holdBreath}=await import('/dist/sources/slices.js'); await import('/dist/sources/formats/utf8-stream.js'); holdBreath();
 const times=[]; globalThis.MM=[]; globalThis.M=(n)=>globalThis.MM.push(n+' '+(performance.now()-globalThis.T).toFixed(0));
 for(let k=0;k<${process.env.K??1};k++){ let at=0; const body=streamOf({next:async()=>at<bytes.length?bytes.subarray(at,at+=524288):undefined,leave(){}});
 const s=globalThis.T=performance.now(); globalThis.MM=[]; const d=await read({address:new URL('http://x/places.csv'),head:bytes.subarray(0,65536),body,size:bytes.length},{}); globalThis.held=d; times.push(Math.round(performance.now()-s)+' '+globalThis.MM.join(' '));} return times;}`;
for (let i=0;i<Number(process.env.N??6);i++){ const browser=await launch(); const page=await browser.newPage(); page.on('pageerror',e=>console.log(e.message)); await page.goto(server.origin+'/');
 const cdp = process.env.PROFILE ? await page.context().newCDPSession(page) : undefined;
 if(cdp){await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval',{interval:300}); await cdp.send('Profiler.start');}
 console.log(JSON.stringify(await page.evaluate(`(${program})()`)));
 if(cdp){const {profile}=await cdp.send('Profiler.stop'); const self=new Map<string,number>(); const byId=new Map(profile.nodes.map(n=>[n.id,n])); profile.samples!.forEach((id,k)=>{const n=byId.get(id)!; const key=n.callFrame.functionName+' '+n.callFrame.url.replace(/.*\//,'')+':'+n.callFrame.lineNumber; self.set(key,(self.get(key)??0)+profile.timeDeltas![k]!/1000);}); console.log([...self].sort((a,b)=>b[1]-a[1]).slice(0,26).map(([k,v])=>v.toFixed(0).padStart(6)+' '+k).join('\n')); }
 await browser.close(); }
await server.close();
