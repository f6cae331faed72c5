import { readFileSync } from 'node:fs';
import { launch } from '/work/main/test/support/chromium.js';
import { startStatic } from '/work/main/test/support/static-server.js';
const files: any = { '/places.csv': readFileSync('/tmp/perf/places.csv'), '/places.geojson': readFileSync('/tmp/perf/places.geojson') };
let t0=0; const server = await startStatic({ folders: { '/dist/': '/work/main/dist/', '/cdn/':'/work/main/dist/cdn/','/node_modules/':'/work/main/node_modules/' }, answer(q, r) { const { pathname } = new URL(q.url!, 'http://x'); if(process.env.LOG&&t0) console.log('  req', q.method, pathname, Date.now()-t0); const b = pathname === '/' ? Buffer.from('<!doctype html>') : files[pathname]; if (!b) return false; r.setHeader('content-type', pathname === '/' ? 'text/html' : 'application/octet-stream'); r.setHeader('content-length', b.length); r.end(b); return true; } });
const kind = process.argv[2] ?? 'csv';
const lib = process.env.DIST ? '/dist/sources.js' : '/cdn/sources.js';
const report=(name:string,profile:any)=>{ const self=new Map<string,number>(); const byId=new Map<number,any>(profile.nodes.map((n:any)=>[n.id,n])); profile.samples!.forEach((id:number,k:number)=>{const n=byId.get(id)!; const key=n.callFrame.functionName+' '+n.callFrame.url.replace(/.*\//,'')+':'+n.callFrame.lineNumber; self.set(key,(self.get(key)??0)+profile.timeDeltas![k]!/1000);}); console.log(name+'\n'+[...self].sort((a,b)=>b[1]-a[1]).slice(0,18).map(([k,v])=>v.toFixed(0).padStart(6)+' '+k).join('\n')); };
const mem=(pid:number,f:string)=>Number(new RegExp(f+':\\s+(\\d+)').exec(readFileSync(`/proc/${pid}/status`,'utf8'))?.[1])/1024;
for (let i=0;i<Number(process.env.N??4);i++){ const browser=await launch(); const page=await browser.newPage(); page.on('pageerror',e=>console.log(e.message)); page.on('console',m=>console.log('   ',m.text())); await page.goto(server.origin+'/'); await page.evaluate(`import('${lib}').then(m=>globalThis.lib=m)`);
 const bs=await browser.newBrowserCDPSession(); const pids=(await bs.send('SystemInfo.getProcessInfo')).processInfo.filter(p=>p.type==='renderer').map(p=>p.id); const before=new Map(pids.map(p=>[p,mem(p,'VmRSS')]));
 let cdp:any, wp:any;
 if(process.env.PROFILE){ cdp=await page.context().newCDPSession(page); await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval',{interval:500}); await cdp.send('Profiler.start');
 }
 t0=Date.now();
 const out=await page.evaluate(`(async()=>{let longest=0;new PerformanceObserver(l=>{for(const {duration} of l.getEntries())longest=Math.max(longest,duration)}).observe({type:'longtask'});const s=performance.now();const S=Math.round(performance.timeOrigin+s);let first; globalThis.held=await lib.openDataset(location.origin+'/places.${kind}',{onProgress:()=>{first??=performance.now()-s}});const t=performance.now()-s;await new Promise(d=>setTimeout(d,100));console.log('start',S,'end',Math.round(S+t));return [t,first,longest,held.length]})()`) as number[];
 const peak=Math.max(...pids.map(p=>mem(p,'VmHWM')-before.get(p)!)); const end=Math.max(...pids.map(p=>mem(p,'VmRSS')-before.get(p)!));
 console.log(kind, out.map(x=>Math.round(x??-1)).join(' '), 'peak MB', peak.toFixed(0), 'end', end.toFixed(0));
 if(cdp) report('MAIN', (await cdp.send('Profiler.stop')).profile);
 await browser.close(); t0=0; }
await server.close();
