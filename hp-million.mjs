import Database from 'better-sqlite3'
import {crc32} from 'node:zlib'
import {randomBytes} from 'node:crypto'
const N=1_000_000
const db=new Database('/tmp/hp-m/svar.db'); db.pragma('synchronous=OFF'); db.pragma('cache_size=-400000')
const q={id:'stor',languages:['sv'],title:{sv:'Stor'},intro:{sv:'x'},opens:'2026-06-01',closes:'2027-08-31',timeZone:'Europe/Stockholm',smallestGroup:5,sites:[],privacy:{purpose:{sv:'x'},controller:{sv:'x'},contact:{sv:'x'},legalBasis:{sv:'x'},retainUntil:'2027-12-31',decision:{sv:'1'}},questions:[{id:'val',kind:'choice',text:{sv:'v'},required:false,other:false,options:[{id:'a',text:{sv:'a'}},{id:'b',text:{sv:'b'}}]},{id:'skala',kind:'scale',text:{sv:'s'},required:false,from:1,to:5,dontKnow:true},{id:'ord',kind:'text',text:{sv:'o'},required:false,max:1000}]}
db.exec(`insert into organisations(id,name,accent,demo) values('nord','Nord','#0b5f66',0)`)
db.prepare('insert into surveys values(?,?,?)').run('stor','nord',JSON.stringify({content:q}))
db.prepare('insert into drafts(survey,tree,marks,revision,edited_by,edited_at) values(?,?,?,1,?,?)').run('stor','{}','{}','svar','')
db.prepare('insert into questionnaires values(?,1,?,?,?)').run('stor',JSON.stringify(q),'2026-06-01T00:00:00Z','svar')
const ins=db.prepare('insert into responses values(?,?,?,?,?,?,?,?,?)'), tx=db.prepare('insert into texts values(?,?,?,?,?)')
let a=0,b=0,steps=[0,0,0,0,0,0],texts=0,batch=[],days=new Map()
db.transaction(()=>{for(let i=0;i<N;i++){
 const id=randomBytes(16); const val=Math.random()<.5?'a':'b'; val==='a'?a++:b++; const s=1+Math.floor(Math.random()*5); steps[s]++
 const ans={val,skala:s}; if(Math.random()<.2){ans.ord='Det tar för lång tid att få en tid, och telefonen är svår '+randomBytes(9).toString('hex'); texts++; batch.push(ans.ord); if(batch.length===5){tx.run('stor','ord','',randomBytes(16),JSON.stringify(batch));batch=[]}}
 const date='2026-06-0'+(1+i%9), answers=JSON.stringify(ans); days.set(date,(days.get(date)??0)+1)
 ins.run('stor',id,1,'','web','sv',date,answers,crc32(`stor\n1\n\nweb\nsv\n${date}\n${answers}`,crc32(id)))
}})()
if(batch.length)tx.run('stor','ord','',randomBytes(16),JSON.stringify(batch))
const t=db.prepare('insert into tallies values(?,?,?,?,?)'); const c=(o)=>JSON.stringify(Object.fromEntries(Object.entries(o).map(([k,v])=>[k,[0,0,v]])))
t.run('stor','','',c({'':N}),'[[],[]]');t.run('stor','','val',c({'':N,a,b}),'[[],[]]');t.run('stor','','skala',c({'':N,1:steps[1],2:steps[2],3:steps[3],4:steps[4],5:steps[5]}),'[[],[]]');t.run('stor','','ord',c({'':texts}),'[[],[]]')
for(const [d,n] of days) db.prepare('insert into participation values(?,?,?,?,?,?)').run('stor','','web','sv',d,n)
db.close()
