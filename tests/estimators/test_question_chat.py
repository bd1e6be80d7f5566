"""Small talk has numbers and times too: none of it is a question about a run."""

from __future__ import annotations

import pytest

from estimators.reading.question import ask

SMALL_TALK = """
100% agree, see you at 6
I ran 5 km in 30 min
meet me in 10 minutes
we are 3 of 10 people
it costs 20 dollars
the total was 45 euros for 3 people
20% off until Friday
lunch at 12:30?
see you in 2 hours
I'll be there in 5
he is 30 years old
we won 3-1 yesterday
score is 2:1 at half time
Python 3.11 is out
use version 2.7.1 instead of 2.6
I'm on chapter 3 of 10
read 40 pages in an hour
40% of people agree
my battery is at 40%
battery 40% after 2 hours
phone charges 50% in 30 minutes
the flight takes 3 hours
how long is the flight?
how long is a piece of string?
when is the meeting?
when will you be home?
what time is dinner?
how much is the ticket?
how many people are coming?
10 of us are going
2 weeks left until vacation
3 days left!
only 2 tickets left
5 minutes left in the game
5 more minutes please
one more time
I have 3 kids
it takes two to tango
each ticket is 20 dollars
rent is 1200 per month
salary 10k per month
I earn 50 dollars per hour
speed limit is 120 km/h
drove 300 miles in 4 hours
we walked 10000 steps today
10k steps a day keeps the doctor away
step 1: open the door
step 2 of the recipe: add 3 eggs
first step is the hardest
take it one step at a time
the next step is to call her
I took the train at 8:15
the train takes 40 minutes
train leaves in 10 minutes
my train is 20 minutes late
a batch of 12 cookies takes 15 minutes
we need 3 more players
2 out of 3 dentists recommend it
50/50
24/7 support
9/10 would recommend
rated 4.5/5
5/5 stars
half of them left
he left at 5
she left 2 hours ago
I left 3 messages
done!
all done here, see you tomorrow
I'm done
finished my homework after 2 hours
I finished 3 books this month
call me at 5
at 5 then
6pm works
2024-05-01 is the deadline
deadline is 12/05/2024
my number is 555 1234
room 404
error 404 not found
issue #123 is fixed
PR 45 merged
lol 100
+1
1000 likes!!
what if we meet at 6?
what if I don't come?
what about tomorrow?
what if it rains
if you stop at 5 let me know
and now?? are you kidding me
now what
for i in range(100): print(i)
x = 5
if x == 3: return 4
git commit -m "fix 3 bugs"
pip install numpy==2.1
sleep(10)
SELECT * FROM t WHERE id = 5
curl http://localhost:8080
my gpu has 24 GB
I bought a 4090 for 1600
RTX 4090 costs 2000 dollars
8 A100s are expensive
the model is good
I love training
great run today
loss looks great
the epoch of dinosaurs lasted 100 million years
new season, 10 episodes, 45 minutes each
we watched 3 of 10 episodes
3 sets of 10 reps
samples are 5 dollars each
I ate half the pizza in 10 minutes
a third of the class failed
2 of 5 tests passed
tests took 40 s
build took 5 minutes
CI is at 40% after 2 hours lol
the download is 40% done after 2 hours
cooked 2 of 3 meals, 20 min each
coffee break, back in 15
brb 5 min
gm everyone
happy birthday! 30 already?
انتظرني 10 دقائق
أراك الساعة 6
نلتقي بعد ساعتين
100% موافق، أراك الساعة 6
السعر 50 ريال
خصم 20% حتى الجمعة
عندي 3 أولاد
ركضت 5 كيلو في 30 دقيقة
فاز الفريق 3-1
المباراة بدأت قبل 10 دقائق
باقي 5 دقائق على المباراة
كم السعر؟
كم عمرك؟
كم الساعة؟
متى نلتقي؟
متى العشاء؟
متى تجي؟
وصلت البيت
وصلت بعد ساعتين
وصلت الساعة 5
انتهيت من الكتاب
قرأت 40 صفحة في ساعة
نحن 3 من 10 أشخاص
باقي يومين على العيد
بعد 10 دقائق
ثانية واحدة
دقيقة بس
ساعة وأرجع
الرحلة تستغرق 3 ساعات
القطار يصل خلال 20 دقيقة
خطوة بخطوة
أول خطوة هي الأصعب
مشيت 10000 خطوة اليوم
الدفعة الأولى 500 ريال
بطارية الجوال 40%
شحن الجوال 50% خلال نصف ساعة
ربع ساعة وأكون عندك
ماذا لو تأخرت؟
لو سمحت كم الحساب؟
ولو ما جيت؟
والآن ماذا؟
الحلقة 3 من 10
9 من 10 ينصحون به
نصف الكعكة لي
الشقة بـ 1200 في الشهر
راتبي 10k
الإصدار 2.7.1
موعدنا 12/05/2024
رقمي 5551234
التجربة كانت رائعة
الصورة حلوة
إجمالي الفاتورة 45 دينار
المجموع 300 ليرة
فاضل كام يوم على العيد؟
قديش السعر؟
شو باقي من الأكل؟
شحال الثمن؟
""".strip().splitlines()

#: Said among people who train models, and still no question about a run.
SHOP_TALK = """
training takes forever
batch size 32 is better than 64
we finished step 2 of the plan
use lr 3e-4 for 1000 steps
loss was 2.3 at step 5000
overfits after 3 epochs
try 10 epochs instead of 20
the 7B model fits on 1 A100
8 GPUs are enough for a 13B model
it diverged at step 1000
my run crashed at iteration 5000
early stopping after 5 epochs
I'll take 2 steps back
save a checkpoint every 1000 steps
we eval every 500 steps and it takes 2 min
GPT-4 was trained on 13T tokens
1M tokens cost 5 dollars
learning rate warmup for 2000 steps
does anyone know how many epochs I need?
how long did your training take?
when should I stop training?
what is an epoch?
is 3 epochs enough?
where is step 5 of 6 in the tutorial
tutorial step 5 of 6 took me 2 hours
التدريب بطيء جدا
خسارة 2.3 عند الخطوة 5000
كم حقبة أحتاج؟
ما هي الحقبة؟
جرب 10 حقب بدل 20
متى أوقف التدريب؟
كم استغرق تدريبك؟
حجم الدفعة 32 أفضل من 64
سأبدأ التدريب غدا الساعة 5
التدريب الرياضي يستغرق ساعة
""".strip().splitlines()


@pytest.mark.parametrize("line", SMALL_TALK + SHOP_TALK)
def test_small_talk_is_no_question(line: str) -> None:
    assert ask(line) is None


def test_a_conversation_is_no_question() -> None:
    for start in range(0, len(SMALL_TALK), 6):
        assert ask("\n".join(SMALL_TALK[start : start + 6])) is None


def test_there_is_enough_small_talk() -> None:
    arabic = [line for line in SMALL_TALK if any("\u0621" <= letter <= "\u064a" for letter in line)]
    assert len(SMALL_TALK) >= 150
    assert len(arabic) >= 50
