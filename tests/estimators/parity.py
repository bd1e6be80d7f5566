"""The same questions in English and in Arabic: both must be understood, and to the same numbers.

Each row is ``done | total | pace | English | Arabic``; ``-`` is a number that the question does not give.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True)
class Pair:
    """One question in two languages, with what both must come to (seconds per unit)."""

    english: str
    arabic: str
    done: Decimal | None
    total: Decimal | None
    pace: Decimal | None


_ROWS = """
100 | 6000 | 3.995 | /eta iter=100 ms=3995 total=6000 | /eta iter=١٠٠ ms=٣٩٩٥ total=٦٠٠٠
100 | 6000 | 3.995 | /eta iter=100 ms=3995 total=6000 | /متى تكرار=100 ms=3995 إجمالي=6000
100 | 6000 | 3.99511 | iter:100 ms:3995.11 total:6000 | تكرار:100 ms:3995.11 المجموع:6000
100 | - | 3.99511 | iter:100 ms:3995.11 | تكرار:١٠٠ ms:٣٩٩٥٫١١
1200 | 10000 | 0.5 | step=1200 total=10k s=0.5 | خطوة=1200 الإجمالي=10k ثانية=0.5
1200 | 10000 | 0.5 | total=10,000 s=0.5 step=1,200 | الإجمالي=١٠٬٠٠٠ ثانية=٠٫٥ خطوة=١٬٢٠٠
3 | 10 | 720 | epoch=3 total=10 min=12 | حقبة=3 المجموع=10 دقيقة=12
100 | 6000 | 3.99 | 100/6000 at 3.99 s/it | 100/6000 بمعدل 3.99 s/it
100 | 6000 | 3.99 | 100/6000 at 3.99 s/it | ١٠٠/٦٠٠٠ بمعدل ٣٫٩٩ ثانية/تكرار
100 | 6000 | 3.99 | 100 of 6000 at 3.99 s per iteration | 100 من 6000 بمعدل 3.99 ثانية لكل تكرار
100 | 6000 | 3.99 | 100 out of 6000 iterations, 3.99 s each | 100 من أصل 6000 تكرار، 3.99 ثانية لكل تكرار
100 | 6000 | 4 | iteration 100 of 6000, 4 seconds per iteration | التكرار 100 من 6000، 4 ثوانٍ لكل تكرار
100 | 6000 | 4 | iteration 100 of 6000, four seconds per iteration | التكرار 100 من 6000، أربع ثوان للتكرار
100 | 6000 | 4 | 100 of 6000 iterations done, each takes 4 s | أنجزت 100 من 6000 تكرار وكل واحد ياخذ 4 ثواني
100 | 6000 | 4 | we reached 100 of 6000 and every iteration takes 4 seconds | وصلنا إلى 100 من 6000 وكل تكرار يستغرق 4 ثوان
100 | 6000 | 4 | 100 of 6000 done, every iteration takes about 4 seconds | أنجزت 100 من 6000 وكل تكرار يأخذ حوالي 4 ثوان
100 | 6000 | 4 | how long is left? I did 100 of 6000 and each iteration takes 4 s | كم باقي؟ وصلت 100 من 6000 وكل تكرار ياخذ 4 ثواني
100 | 6000 | 4 | when will it finish? 100 of 6000, each step takes 4 s | متى يخلص؟ 100 من 6000 وكل خطوة تاخذ 4 ثواني
100 | 6000 | 4 | how much time is left? 100 of 6000, each step takes 4 s | كم بقى له؟ 100 من 6000 وكل خطوة تاخذ 4 ثواني
100 | 6000 | 4 | how much is left? finished 100 of 6000, a step takes 4 s | فاضل كام؟ خلصت 100 من 6000 والخطوة بتاخد 4 ثواني
100 | 6000 | 4 | when will it be done? 100 of 6000 and each step takes 4 s | هيخلص إمتى؟ 100 من 6000 وكل خطوة بتاخد 4 ثواني
100 | 6000 | 4 | how much longer? step 100 of 6000, each step takes 4 s | لسه قد إيه؟ خطوة 100 من 6000 وكل خطوة بتاخد 4 ثواني
100 | 6000 | 4 | how much is left? 100 of 6000, every step is 4 seconds | قديش ضل؟ 100 من 6000، كل خطوة 4 ثواني
100 | 6000 | 4 | when does it finish? 100 of 6000, every step is 4 seconds | ايمتى بيخلص؟ 100 من 6000، كل خطوة 4 ثواني
100 | 6000 | 4 | what is left? 100 of 6000, every step 4 s | شو باقي؟ 100 من 6000، كل خطوة 4 ثواني
100 | 6000 | 4 | how much is left? I reached 100 of 6000 and each step takes 4 s | شحال بقى؟ وصلت ل 100 من 6000 وكل خطوة كتاخد 4 ثواني
100 | 6000 | 4 | when will it finish? 100 of 6000 and each step takes 4 s | وقتاش يسالي؟ 100 من 6000 وكل خطوة كتاخد 4 ثواني
100 | 6000 | 4 | how much longer? 100 of 6000 and a step takes 4 s | قداش مازال؟ 100 من 6000 والخطوة تاخد 4 ثواني
100 | 6000 | 4 | how long left? 100 of 6000, each step takes 4 s | شقد باقي؟ 100 من 6000 وكل خطوة تاخذ 4 ثواني
100 | 6000 | 3.99 | I'm at iter 100 of 6000, each step takes 3.99 s | وصلت iter 100 من 6000، كل step ياخذ 3.99 s
100 | 6000 | 3.99 | at iter 100, total 6000, 3.99 s/step | وصلت iter 100، total 6000، 3.99 s/step
3 | 10 | 720 | epoch 3 of 10 finished, 12 min per epoch | انتهت الحقبة 3 من 10، 12 دقيقة لكل حقبة
3 | 10 | 720 | when does the training finish? epoch 3 of 10, 12 minutes per epoch | متى ينتهي التدريب؟ الحقبة 3 من 10، 12 دقيقة لكل حقبة
3 | 10 | 720 | 3 epochs of 10 are done, an epoch takes 12 minutes | أنجزت 3 حقب من 10 والحقبة تستغرق 12 دقيقة
3 | 10 | 720 | the third epoch of ten finished, twelve minutes per epoch | انتهت الحقبة الثالثة من عشر، اثنتا عشرة دقيقة لكل حقبة
3 | 10 | 720 | 3 of 10 epochs took 36 minutes | 3 من 10 حقب استغرقت 36 دقيقة
3 | 10 | 720 | epoch 3 of 10 took 12 minutes | الحقبة 3 من 10 استغرقت 12 دقيقة
2 | 10 | 720 | we are in epoch 3 of 10, 12 min per epoch | نحن في الحقبة 3 من 10، 12 دقيقة لكل حقبة
2 | 10 | 720 | now in epoch 3 of 10, 12 min per epoch | الآن في الحقبة 3 من 10، 12 دقيقة للحقبة
2 | 10 | 720 | in the 3rd epoch of 10, 12 min an epoch | في الحقبة الثالثة من 10، 12 دقيقة بالحقبة
1 | 5 | 1800 | in the second epoch of 5, half an hour per epoch | في الحقبة الثانية من 5، نصف ساعة لكل حقبة
3 | 10 | 720 | 3 epochs done, 7 left, 12 min each | خلصت 3 حقب وباقي 7، كل حقبة 12 دقيقة
5 | 20 | 5400 | 5/20 epochs, an hour and a half per epoch | 5/20 حقبة، ساعة ونصف لكل حقبة
5 | 20 | 9000 | 5/20 epochs, two and a half hours per epoch | 5/20 حقبة، ساعتان ونصف لكل حقبة
5 | 20 | 900 | 5 of 20 epochs, a quarter of an hour per epoch | 5 من 20 حقبة، ربع ساعة لكل حقبة
5 | 20 | 1200 | 5 of 20 epochs, a third of an hour per epoch | 5 من 20 حقبة، ثلث ساعة لكل حقبة
5 | 20 | 6300 | 5 of 20 epochs, 1 h 45 min per epoch | 5 من 20 حقبة، ساعتان إلا ربع لكل حقبة
5 | 20 | 4500 | 5 of 20 epochs, 1 hour 15 minutes per epoch | 5 من 20 حقبة، ساعة وربع لكل حقبة
5 | 20 | 3723 | 5 of 20 epochs, 1:02:03 per epoch | 5 من 20 حقبة، 1:02:03 لكل حقبة
5 | 20 | 86400 | 5 of 20 epochs, a day per epoch | 5 من 20 حقبة، يوم لكل حقبة
5 | 20 | 172800 | 5 of 20 epochs, two days per epoch | 5 من 20 حقبة، يومان لكل حقبة
5 | 20 | 120 | 5 of 20 epochs, two minutes per epoch | 5 من 20 حقبة، دقيقتان لكل حقبة
5 | 20 | 2 | 5 of 20 batches, two seconds per batch | 5 من 20 دفعة، ثانيتان لكل دفعة
5 | 20 | 1 | 5 of 20 batches, a second per batch | 5 من 20 دفعة، ثانية لكل دفعة
40 | 100 | 195 | 40% done after 2h 10m | اكتمل 40% بعد ساعتين و10 دقائق
40 | 100 | 195 | 40 percent finished after two hours and ten minutes | انتهى 40 بالمئة بعد ساعتين وعشر دقائق
40 | 100 | 180 | I finished 40% in two hours | أنجزت 40% خلال ساعتين
40 | 100 | 180 | I finished 40% in 2 hours | أَنْجَزْتُ ٤٠٪ خِلالَ ساعَتَيْن
40 | 100 | 180 | finished 40% in 2 hours | انجزت ٤٠ في المئة خلال ساعتين
25 | 100 | 432 | after 3 hours 25% is done | بعد 3 ساعات أنجزت 25%
25 | 100 | 432 | after three hours a quarter is done | بعد ثلاث ساعات اكتمل ربع التدريب
50 | 100 | 72 | half of the training is done after one hour | اكتمل نصف التدريب بعد ساعة
50 | 100 | 72 | when will it finish? half is done after an hour | متى ينتهي؟ اكتمل النصف بعد ساعة
75 | 100 | 48 | three quarters of the training took one hour | ثلاثة أرباع التدريب استغرقت ساعة
40 | 100 | 180 | started 2 hours ago, at 40% | بدأ منذ ساعتين ووصل 40%
40 | 100 | 180 | started 2 hours ago, 60% left | بدأ منذ ساعتين وباقي 60%
40 | 100 | 180 | it has been running for 2 hours and is 40% done | شغال من ساعتين وخلص 40%
40 | 100 | 180 | running for two hours, 40% complete | صارله ساعتين شغال ومكتمل 40%
40 | 100 | 180 | how long left? 40% after 2 hours | كم باقي؟ 40% بعد ساعتين
10 | 100 | 60 | 10% took 10 minutes, how much longer? | 10% استغرقت 10 دقائق، كم باقي؟
12.5 | 100 | 288 | 12.5% done after one hour | أنجزت ١٢٫٥٪ بعد ساعة
- | 5900 | 4 | 5900 left at 4s each | باقي 5900، كل واحد 4 ثواني
- | 5900 | 4 | 5900 iterations left at 4 seconds per iteration | بقي 5900 تكرار بمعدل 4 ثوان لكل تكرار
- | 5900 | 4 | and 5900 iterations remain, 4 seconds per iteration | وبقي ٥٩٠٠ تكراراً، ٤ ثوانٍ للتكرار
- | 5900 | 4 | it takes 4 seconds per step and 5900 remain | يستغرق 4 ثوان لكل خطوة وبقي 5900
- | 5900 | 4 | 5900 steps to go, 4 s per step | باقيلي 5900 خطوة، 4 ثواني لكل خطوة
- | 5900 | 4 | remaining 5900 steps, each 4 seconds | المتبقي 5900 خطوة، كل خطوة 4 ثوان
- | 5900 | 4 | remaining steps: 5900, 4 seconds per step | الخطوات المتبقية: 5900، 4 ثوان لكل خطوة
- | 5900 | 4 | 5900 more steps at 4 seconds per step | فاضل 5900 خطوة، 4 ثواني للخطوة
- | 5900 | 4 | 5900 steps left, 15 steps per minute | بقي 5900 خطوة، 15 خطوة بالدقيقة
- | 5900 | 4 | 5900 steps left, 15 steps per minute | ضل 5900 خطوة، 15 خطوة في الدقيقة
- | 5900 | 4 | 5900 steps left, 15 steps every minute | بقات 5900 خطوة، 15 خطوة كل دقيقة
- | 5900 | 20 | 5900 steps left, 15 steps every 5 minutes | بقي 5900 خطوة، 15 خطوة كل 5 دقائق
100 | 6000 | 4 | 100 iterations took 6 min 40 s, 5900 to go | 100 تكرار استغرقت 6 دقائق و40 ثانية، بقي 5900
100 | 6000 | 4 | 100 iterations took 6 min 40 s, 5900 to go | مئة تكرار أخذت 6 دقائق و40 ثانية وباقي 5900
100 | 6000 | 4 | finished 100 steps in 400 seconds out of 6000 | أنجزت 100 خطوة خلال 400 ثانية من 6000
100 | 6000 | 4 | 100 steps in 400 s, 6000 in total | 100 خطوة في 400 ثانية، 6000 إجمالاً
100 | 6000 | 4 | 100 steps done, 5900 left, 4 s per step | أنجزت 100 خطوة وبقي 5900، 4 ثوان لكل خطوة
100 | 6000 | 4 | done 100, left 5900, 4 s per step | المنجز 100، الباقي 5900، 4 ثوان لكل خطوة
100 | 6000 | 4 | 400 seconds for 100 steps, 5900 to go | 400 ثانية لـ 100 خطوة وباقي 5900
1200 | 10000 | 3 | I'm at step 1200 of 10k, the last 100 took 5 minutes | أنا عند الخطوة 1200 من 10k، آخر 100 استغرقت 5 دقائق
1200 | 10000 | 0.4 | I'm at step 1200 of 10k, 2.5 it/s | أنا عند الخطوة 1200 من 10k، 2.5 it/s
1200 | 10000 | 0.4 | I'm at step 1200 of 10k, 2.5 steps per second | أنا عند الخطوة 1200 من 10 آلاف، 2.5 خطوة في الثانية
1200 | 10000 | 0.4 | step 1200 of ten thousand, 2.5 steps per second | الخطوة 1200 من عشرة آلاف، 2.5 خطوة بالثانية
1200 | 10000 | 0.6 | step 1200 out of 10000, 100 steps per minute | الخطوة 1200 من أصل 10000، 100 خطوة في الدقيقة
1200 | 10000 | 0.6 | step 1,200 of 10,000, a hundred steps a minute | الخطوة ١٬٢٠٠ من ١٠٬٠٠٠، مئة خطوة بالدقيقة
1200 | 10000 | 0.6 | step 1_200 of 10_000, 100 steps/min | الخطوة ۱۲۰۰ من ۱۰۰۰۰، ۱۰۰ خطوة/دقيقة
1200 | 10000 | 36 | step 1200 of 10000, 100 steps per hour | الخطوة 1200 من 10000، 100 خطوة في الساعة
1200 | 10000 | 0.25 | step 1200 of 10000, 250 ms per step | الخطوة 1200 من 10000، 250 مللي ثانية لكل خطوة
1200 | 10000 | 0.25 | step 1200 of 10000, 250 milliseconds per step | الخطوة 1200 من 10000، 250 ملي ثانية للخطوة
1200 | 10000 | 0.25 | step 1200 of 10000, 250ms/step | الخطوة 1200 من 10000، 250ms/خطوة
1200 | 10000 | 0.25 | step 1200 of 10000, step time 250 ms | الخطوة 1200 من 10000، زمن الخطوة 250 ms
1200 | 10000 | 0.25 | step 1200 of 10000, time per step is 250 ms | الخطوة 1200 من 10000، الوقت لكل خطوة هو 250 مللي ثانية
1200 | 10000 | 0.5 | 1200 steps done of 10000, half a second per step | أنجزت 1200 خطوة من 10000، نصف ثانية لكل خطوة
1200 | 10000 | 0.5 | step 1200, total 10000, 0.5 s per step | الخطوة 1200، الإجمالي 10000، 0.5 ثانية لكل خطوة
1200 | 10000 | 0.5 | step 1200, 10000 in all, 0.5 s per step | الخطوة 1200، المجموع 10000، 0.5 ثانية لكل خطوة
1200 | 10000 | 0.5 | the total number of steps is 10000, now at step 1200, half a second each | العدد الكلي للخطوات 10000، والآن عند الخطوة 1200، نصف ثانية لكل خطوة
1200 | 10000 | 0.5 | from step 1200 to 10000 at 0.5 s per step | من الخطوة 1200 حتى 10000 بمعدل 0.5 ثانية لكل خطوة
1200 | 10000 | 6 | 1200 of 10000 steps after 2 hours | 1200 من 10000 خطوة بعد ساعتين
1200 | 10000 | 6 | 1200 of 10000 steps took 2 hours | 1200 من 10000 خطوة أخذت ساعتين
1200 | 10000 | 6 | started 2 hours ago, now at step 1200 of 10000 | بدأت منذ ساعتين والآن عند الخطوة 1200 من 10000
1200 | 10000 | 6 | when does the training end? it has run for 2 hours and is at step 1200 of 10000 | متى ينتهي التدريب؟ بقاله ساعتين شغال ووصل الخطوة 1200 من 10000
60000000000 | 300000000000 | 0.000001 | 300B tokens at 1M tokens/s, 60B done | 300B توكن بسرعة 1M توكن/ثانية، أنجزت 60B
60000000000 | 300000000000 | 0.000001 | 60 of 300 billion tokens, hm no: 60 billion of 300 billion tokens at 1 million tokens per second | 60 مليار من 300 مليار توكن بسرعة مليون توكن في الثانية
60000000000 | 300000000000 | 0.0000008 | 60B of 300B tokens, 1.25M tokens/s | 60B من 300B رمز، 1.25M رمز في الثانية
- | 6000 | 0.5 | how long for 6000 steps at 0.5 s | كم يستغرق 6000 خطوة بمعدل 0.5 ثانية
- | 6000 | 0.5 | how long do 6000 steps take at half a second per step | كم تستغرق 6000 خطوة بمعدل نصف ثانية لكل خطوة
- | 6000 | 0.5 | how long for six thousand steps at 0.5 s per step | كم الوقت لستة آلاف خطوة بمعدل 0.5 ثانية لكل خطوة
- | 6000 | 0.5 | how long for 6k steps at 500 ms | كم من الوقت لـ 6k خطوة بمعدل 500 مللي ثانية
- | 2000 | 0.5 | how long do two thousand steps take at 0.5 s per step | كم تستغرق ألفا خطوة بمعدل 0.5 ثانية لكل خطوة
- | 2200 | 0.5 | how long do 2200 steps take at 0.5 s per step | كم تستغرق ألفان ومئتا خطوة بمعدل 0.5 ثانية لكل خطوة
- | 10 | 720 | how long do 10 epochs take at 12 minutes per epoch | كم تستغرق 10 حقب بمعدل 12 دقيقة لكل حقبة
- | 10 | 750 | how long do 10 epochs of 500 steps take at 1.5 s per step | كم تستغرق 10 حقب بـ 1.5 ثانية لكل خطوة و500 خطوة لكل حقبة
3 | 10 | 250 | epoch 3 of 10, 500 steps per epoch, 0.5 s per step | الحقبة 3 من 10، 500 خطوة لكل حقبة، 0.5 ثانية لكل خطوة
- | 6000 | - | how long will 6,000 iterations of a 124M model at 491,520 tokens per step take on 8 A100? | كم ستستغرق 6,000 تكرار لنموذج 124M بـ 491,520 توكن لكل خطوة على 8 A100؟
100 | - | 3.995 | iteration 100 took 3995 ms | التكرار 100 استغرق 3995 مللي ثانية
100 | - | 4 | at step 100, 4 seconds per step | عند الخطوة 100، 4 ثوان لكل خطوة
100 | - | 4 | when will training finish? step 100, each step takes 4 seconds | متى ينتهي التدريب؟ الخطوة 100 وكل خطوة تأخذ 4 ثوان
100 | 6000 | - | when will the training finish? iteration 100 of 6000 | متى ينتهي التدريب؟ التكرار 100 من 6000
100 | 6000 | - | how long is left? 100 of 6000 steps | كم بقي؟ 100 من 6000 خطوة
- | 6000 | - | total 6000 | الإجمالي 6000
- | 6000 | - | 6000 iterations in all | 6000 تكرار إجمالاً
- | 6000 | - | the total is 6000 iterations | المجموع 6000 تكرار
- | 6000 | - | 6000 iterations | ٦٠٠٠ تكرار
- | - | - | and now? | والآن؟
- | - | - | how long is left? | كم باقي؟
- | - | - | when will it finish? | متى ينتهي؟
- | - | - | how much longer? | لسه كتير؟
21 | 100 | 60 | twenty-one of a hundred steps, one minute per step | واحد وعشرون من مئة خطوة، دقيقة لكل خطوة
45 | 120 | 60 | forty-five of one hundred and twenty batches, a minute per batch | خمس وأربعون من مئة وعشرين دفعة، دقيقة لكل دفعة
12 | 99 | 30 | twelve of ninety-nine epochs, thirty seconds per epoch | اثنا عشر من تسع وتسعين حقبة، ثلاثون ثانية لكل حقبة
15 | 80 | 90 | fifteen of eighty epochs, ninety seconds per epoch | خمسة عشر من ثمانين حقبة، تسعون ثانية لكل حقبة
11 | 70 | 16 | eleven of seventy epochs, sixteen seconds per epoch | حداشر من سبعين حقبة، ستاشر ثانية لكل حقبة
13 | 60 | 17 | thirteen of sixty epochs, seventeen seconds per epoch | ثلاث عشرة من ستين حقبة، سبع عشرة ثانية لكل حقبة
14 | 50 | 18 | fourteen of fifty epochs, eighteen seconds per epoch | أربع عشرة من خمسين حقبة، ثماني عشرة ثانية لكل حقبة
8 | 30 | 19 | eight of thirty epochs, nineteen seconds per epoch | ثمان من ثلاثين حقبة، تسع عشرة ثانية لكل حقبة
2 | 200 | 7 | two of two hundred epochs, seven seconds per epoch | حقبتان من مئتي حقبة، سبع ثوان لكل حقبة
5 | 300 | 9 | five of three hundred epochs, nine seconds per epoch | خمس من ثلاثمئة حقبة، تسع ثوان لكل حقبة
6 | 40 | 10 | six of forty epochs, ten seconds per epoch | ست من أربعين حقبة، عشر ثوان لكل حقبة
0 | 10 | 60 | epoch 0 of 10 finished, a minute per epoch | انتهت الحقبة 0 من 10، دقيقة لكل حقبة
7 | 50 | 240 | trial 7 of 50, 4 minutes per trial | التجربة 7 من 50، 4 دقائق لكل تجربة
7 | 50 | 240 | 7 of 50 trials done, each trial takes 4 minutes | أنجزت 7 من 50 تجربة وكل تجربة تستغرق 4 دقائق
1000 | 50000 | 0.05 | 1000 of 50000 images, 20 images per second | 1000 من 50000 صورة، 20 صورة في الثانية
1000 | 50000 | 0.05 | 1000 of 50000 samples, 20 samples/s | 1000 من 50000 عينة، 20 عينة/ثانية
150 | 1000 | 0.2 | 150 of 1000 trees, 5 trees per second | 150 من 1000 شجرة، 5 أشجار في الثانية
100 | 500 | 1.5 | batch 100 of 500, 1.5 s per batch | الدفعة 100 من 500، 1.5 ثانية لكل دفعة
100 | 500 | 1.5 | batch 100/500, 1.5 s/batch | الباتش 100/500، 1.5 ثانية للباتش
100 | 500 | 2.31 | 100/500 2.31s/it | ١٠٠/٥٠٠ 2.31s/it
600 | 6000 | 4 | 10% of 6000 steps done, 4 s per step | أنجزت 10% من 6000 خطوة، 4 ثوان لكل خطوة
2400 | 6000 | 4 | 40% of 6000 iterations, 4 seconds each | 40% من 6000 تكرار، 4 ثوان لكل تكرار
100 | 6000 | 3661 | step 100 of 6000, 1 hour, 1 minute and 1 second per step | الخطوة 100 من 6000، ساعة ودقيقة وثانية لكل خطوة
100 | 6000 | 93784 | step 100 of 6000, 1 day, 2:03:04 per step | الخطوة 100 من 6000، يوم و2:03:04 لكل خطوة
0 | 6000 | 2 | how long to train for 6000 steps at 2 seconds per step? | كم يستغرق التدريب لمدة 6000 خطوة بمعدل 2 ثانية لكل خطوة؟
"""


def _number(text: str) -> Decimal | None:
    return None if text == "-" else Decimal(text)


def _pair(row: str) -> Pair:
    done, total, pace, english, arabic = (part.strip() for part in row.split(" | "))
    return Pair(english, arabic, _number(done), _number(total), _number(pace))


PAIRS = tuple(_pair(row) for row in _ROWS.strip().splitlines())
