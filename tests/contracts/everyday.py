"""What people write and paste all day that is no training log and no question about a run: one text an entry."""

from __future__ import annotations

CHAT = """
100% agree, see you at 6
brb 5 min
I ran 5 km in 30 min yesterday
we are 3 of 10 people in the room
the meeting moved to 14:30, room 4/2
my battery is at 40%, charger?
2 hours of sleep and 3 coffees later
can someone review #1234 by Friday
v2.3.1 is out, 120 downloads already
happy birthday! 30 already?
lunch at 12:30? 4 of us so far
that was 3x faster than I thought lol
the score was 3-2 after 90 minutes
it costs 19.99 per month, 10% off
I'm 75% done with the book, 200 pages left
page 300 of 512 and still no plot
season 3 episode 4 is the best one
we need 2 more people for 5v5
download took ages, 1.2 GB at 300 KB/s
ping is 43 ms today, 200 ms yesterday
what is the difference between lr 1e-4 and 3e-4?
which optimizer do you use for vision?
I think batch norm is overrated
try restarting it, works 9 times of 10
my GPU is a 3060 with 12 GB
reading the paper, section 3.2, table 4
the deadline is 2026-12-01 23:59 AoE
flight lands 18:45, be there at 19:30
rent went up 8% since March
1/3 of the class passed
he said 10 minutes, 2 hours ago
walked 10,000 steps today
10k steps a day keeps the doctor away
step 1: open the door, step 2: walk in
3 steps forward, 2 steps back
in the next iteration of the design we drop the sidebar
the last update broke my phone
update 2 of 3 is installing on my phone
next epoch of the podcast is out
the epoch of steam engines lasted 100 years
level 40 of 60, almost there
queue position 5/20, about 10 minutes
cooking for 45 min at 180 degrees
loading screen stuck at 99%
my train leaves at 8:05 and takes 40 minutes
the train is 20 minutes late
training at the gym today, 5 sets of 10
we trained 3 new colleagues in 2 days
""".strip().splitlines()

ARABIC_CHAT = """
أوافقك 100%، نلتقي الساعة 6
انتظرني 5 دقائق
ركضت 5 كم في 30 دقيقة
نحن 3 من 10 أشخاص
الاجتماع الساعة 14:30 في القاعة 4
بطاريتي 40% أين الشاحن؟
نمت ساعتين فقط
هل يمكنك مراجعة الطلب 1234 قبل الجمعة؟
صدر الإصدار 2.3.1 اليوم
كل عام وأنت بخير، 30 سنة؟
الغداء الساعة 12:30، نحن 4
النتيجة 3-2 بعد 90 دقيقة
السعر 19.99 في الشهر وخصم 10%
قرأت 75% من الكتاب وبقي 200 صفحة
وصلت الصفحة 300 من 512
الحلقة 4 من الموسم 3 هي الأفضل
نحتاج لاعبين اثنين
ما الفرق بين 1e-4 و 3e-4؟
أي مُحسِّن تستخدم للصور؟
بطاقتي 3060 بذاكرة 12 غيغا
الموعد النهائي 2026-12-01
تصل الطائرة 18:45
ارتفع الإيجار 8% منذ مارس
مشيت 10000 خطوة اليوم
خطوة إلى الأمام وخطوتان إلى الخلف
قطاري يتأخر 20 دقيقة
تدربت في النادي 3 ساعات
صباح الخير يا شباب
شكرا جزيلا، حلّت المشكلة
متى نلتقي؟ عندي وقت بعد 5
""".strip().splitlines()

CODE = """
for step in range(1000): loss = train(step)
for epoch in range(1, 11):\n    for batch in loader:\n        step(batch)
total = 6000; done = 100; print(total - done)
assert len(batches) == 100, "epoch 3/10"
print(f"step {step}/{total}: {dt*1000:.2f}ms")
def iter_batches(xs, size=32):\n    yield from (xs[i:i + size] for i in range(0, len(xs), size))
SELECT step, loss FROM runs WHERE epoch > 3 LIMIT 100;
git rebase -i HEAD~3 && git push --force-with-lease
docker run --gpus all -p 8888:8888 image:2.1
{"name": "app", "version": "1.2.3", "scripts": {"test": "jest"}}
x = torch.randn(32, 3, 224, 224).cuda()  # 19 MB
import numpy as np\nnp.random.seed(42)\na = np.zeros((100, 6000))
if epoch % 10 == 0 and step > 100: save(f"ckpt_{epoch}.pt")
const eta = (total - done) * stepTime; // seconds
while (i < 6000) { i += 100; usleep(3995); }
#define EPOCHS 10\n#define BATCH 32
sbatch --time=24:00:00 --gres=gpu:4 run.sh
pip install torch==2.5.1 numpy==2.1.0
kubectl get pods -n train --watch
<div class="progress" style="width: 40%">40 / 100</div>
optimizer.step(); scheduler.step(); optimizer.zero_grad()
lr = 3e-4 * min(step / 2000, 1.0)
fn main() { for i in 0..100 { println!("{i}/100"); } }
logger.info("epoch %d/%d step %d", epoch, epochs, step)
awk '{s+=$1} END {print s/NR}' times.txt
time.sleep(0.5)  # wait for the worker
return (a + b) / 2  # 1/2 step
@app.get("/eta")\nasync def eta(iter: int, total: int): ...
val, test = split(data, [0.9, 0.1])
model.fit(x, y, epochs=10, batch_size=32)
trainer = Trainer(max_steps=6000, eval_steps=500)
[tool.pytest]\ntimeout = 60\naddopts = "-q"
""".strip().splitlines()

TRACES = [
    'Traceback (most recent call last):\n  File "train.py", line 100, in <module>\n    main()\nValueError: step 3 of 10 failed',
    'Traceback (most recent call last):\n  File "/app/run.py", line 42, in go\n    x = 1 / 0\nZeroDivisionError: division by zero',
    "RuntimeError: CUDA out of memory. Tried to allocate 2.00 GiB (GPU 0; 11.76 GiB total capacity; 9.51 GiB already allocated)",
    "java.lang.NullPointerException\n\tat com.acme.Main.run(Main.java:100)\n\tat com.acme.Main.main(Main.java:12)",
    "thread 'main' panicked at src/main.rs:100:5:\nindex out of bounds: the len is 3 but the index is 10",
    "Segmentation fault (core dumped)",
    "TypeError: Cannot read properties of undefined (reading 'step')\n    at train (/srv/app.js:100:12)\n    at main (/srv/app.js:6:3)",
    "AssertionError: expected 100 batches, got 99",
    "KeyError: 'epoch'\n\nDuring handling of the above exception, another exception occurred:",
    "error[E0382]: borrow of moved value: `xs`\n --> src/lib.rs:12:5",
    "npm ERR! code ERESOLVE\nnpm ERR! ERESOLVE unable to resolve dependency tree",
    "fatal: not a git repository (or any of the parent directories): .git",
    "make: *** [Makefile:12: all] Error 2",
    "ld: symbol(s) not found for architecture arm64\nclang: error: linker command failed with exit code 1",
    "panic: runtime error: index out of range [10] with length 3\n\ngoroutine 1 [running]:\nmain.main()\n\t/tmp/x.go:8 +0x1d",
    "UserWarning: Detected call of `lr_scheduler.step()` before `optimizer.step()`.",
    "W0301 10:00:00.123456 1234 warnings.py:110] This is a warning",
    "[rank0]: Timeout (1800000 ms) waiting for all ranks",
]

TABLES = [
    "+-----------------------------------------+\n| NVIDIA-SMI 550.54   Driver Version: 550.54   CUDA Version: 12.4 |\n"
    "| 30%   45C    P2   115W / 350W |  10240MiB / 24576MiB |     98%      Default |\n+--------------------------------+",
    "|   0  NVIDIA A100-SXM4-80GB          On  | 00000000:07:00.0 Off |                    0 |\n"
    "| N/A   52C    P0    300W / 400W |  70000MiB / 81920MiB |     99%      Default |",
    "Sat Mar  1 10:00:00 2026\n+----+\n| Fan  Temp   Perf |\n| 30%   60C    P2  |",
    "  PID USER      PR  NI    VIRT    RES    SHR S  %CPU  %MEM     TIME+ COMMAND\n 1234 root      20   0   10.2g   2.1g 100m R 100.0   8.8   6:40.12 python",
    "Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1       100G   40G   60G  40% /",
    "              total        used        free\nMem:            251          40         211",
    "JOBID PARTITION     NAME     USER ST       TIME  NODES\n 1234       gpu    train    salma  R   10:20:30      4",
    "NAME     READY   STATUS    RESTARTS   AGE\ntrain-0  1/1     Running   0          3h10m",
    "| model | params | score |\n|---|---|---|\n| small | 124M | 30.1 |\n| large | 774M | 36.2 |",
    "step,action\n1,open\n2,close\n3,lock",
    "a 1\nb 2\nc 3\nd 4",
    "2026-03-01,100\n2026-03-02,140\n2026-03-03,120",
    "name,age,city\nsalma,30,amman\nomar,25,rabat",
    "Requests/sec: 1200.10\nTransfer/sec: 4.10MB\nLatency 10.2ms 3.1ms 40.0ms 90%",
    "PING host (10.0.0.1) 56(84) bytes of data.\n64 bytes from 10.0.0.1: icmp_seq=1 ttl=64 time=0.3 ms\n"
    "64 bytes from 10.0.0.1: icmp_seq=2 ttl=64 time=0.4 ms",
    "Thu 10:00  12C  rain 40%\nFri 10:00  14C  sun 10%",
]

INSTALL = [
    "Collecting torch==2.5.1\n  Downloading torch-2.5.1-cp311-cp311-manylinux1_x86_64.whl (906.4 MB)",
    "Successfully installed numpy-2.1.0 pandas-2.2.2",
    "Requirement already satisfied: pip in ./venv/lib/python3.11/site-packages (24.0)",
    "Resolved 76 packages in 1.53s\nInstalled 40 packages in 120ms",
    "added 120 packages, and audited 121 packages in 5s",
    "Get:1 http://deb.example.org bookworm InRelease [151 kB]\nFetched 8,000 kB in 2s (4,000 kB/s)",
    "Unpacking libfoo (1.2-3) ...\nSetting up libfoo (1.2-3) ...",
    "Compiling serde v1.0.200\nCompiling tokio v1.38.0\nFinished release [optimized] target(s) in 40.12s",
    "[ 40%] Building CXX object src/a.o\n[ 50%] Building CXX object src/b.o\n[100%] Linking CXX executable app",
    "Step 3/10 : RUN pip install -r requirements.txt\n ---> Running in 1a2b3c4d",
    "#12 [4/9] RUN apt-get update\n#12 10.23 Reading package lists...",
    "remote: Compressing objects: 100% (40/40), done.\nReceiving objects: 45% (450/1000), 1.2 MiB | 600 KiB/s",
    "Resolving deltas: 100% (120/120), done.",
    "collected 120 items\n\ntests/test_a.py ..........  [ 40%]\ntests/test_b.py .......... [100%]\n120 passed in 3.10s",
    "test result: ok. 40 passed; 0 failed; 0 ignored; finished in 0.12s",
    "BUILD SUCCESS\nTotal time:  01:20 min\nFinished at: 2026-03-01T10:00:00Z",
    "Progress: [ 40%] [##########..............]",
    "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
    "                                 Dload  Upload   Total   Spent    Left  Speed\n 40 1000M   40  400M    0     0  10.0M      0  0:01:40  0:00:40  0:01:00 11.0M",
]


def _access(i: int) -> str:
    stamp = f"01/Mar/2026:10:{i % 60:02}:{i * 7 % 60:02} +0000"
    return "\n".join(
        f'10.0.0.{j} - - [{stamp}] "GET /page/{i + j}?step={j} HTTP/1.1" {200 + j} {100 * j + i} "-" "curl/8.0"' for j in range(1, 4)
    )


def _service(i: int) -> str:
    return "\n".join(
        f"2026-03-01 10:{i:02}:{j * 10:02},{i:03} INFO  [worker-{j}] request {1000 + i * j} handled in {5 + j} ms, queue {j}/100"
        for j in range(1, 5)
    )


def _syslog(i: int) -> str:
    return "\n".join(f"Mar  1 10:{i:02}:{j:02} host sshd[{100 + j}]: Accepted publickey for u{j} port {50000 + i}" for j in range(1, 4))


SERVERS = [_access(i) for i in range(10)] + [_service(i) for i in range(10)] + [_syslog(i) for i in range(10)]

NOTES = """
Epoch AI published a new report on compute
The iteration count in table 3 is wrong, see page 12
TODO: evaluate at 25%, 50% and 75% of the data
Q3 targets: 40% growth, 120 new customers
Agenda: 1) budget 2) hiring 3) any other business
1. Preheat the oven. 2. Bake 40 minutes. 3. Cool 10 minutes.
Ingredients: 300 g flour, 2 eggs, 100 ml milk
Chapter 7, verse 12
ISO 9001:2015, clause 8.5.1
Call me: +962 7 9000 0000
Invoice 2026-031, total 6,000.00 EUR, due in 30 days
https://example.org/runs/100?total=6000&page=3
10.0.0.1:8080 -> 10.0.0.2:443
commit 3f2a1b9 (HEAD -> main, tag: v1.0.0)
@@ -100,6 +100,8 @@ def main():
diff --git a/train.py b/train.py
-    lr = 1e-4\n+    lr = 3e-4
loss went from 3.1 to 2.9
accuracy 91.2% on the test set, 3 seeds
the model has 124M parameters and 12 layers
""".strip().splitlines()

TEXTS: list[str] = [
    text.replace("\\n", "\n")
    for group in (CHAT, ARABIC_CHAT, CODE, TRACES, TABLES, INSTALL, SERVERS, NOTES)
    for text in group
]
