using System.Text;
using CookieGateway.Consent.Trackers.Matching;

namespace CookieGateway.Consent.Tests.Trackers.Matching;

public sealed class ByteMemoryTests
{
    [Fact]
    public void What_comes_a_second_time_is_kept()
    {
        var memory = new ByteMemory<int>(64, 1 << 16);

        Assert.False(memory.ComesAgain("a script"u8, 0));
        Assert.True(memory.ComesAgain("a script"u8, 0));
        memory.Keep("a script"u8, 0, 7);

        Assert.Equal(7, memory.Find("a script"u8, 0).Fact);
        Assert.False(memory.Find("a Script"u8, 0).IsKnown);
        Assert.False(memory.Find("a script"u8, 1).IsKnown);
    }

    [Fact]
    public void Long_runs_that_differ_in_one_byte_are_told_apart()
    {
        var memory = new ByteMemory<int>(64, 1 << 20);
        var text = new byte[40_000];
        memory.Keep(text, 0, 1);

        for (var at = 0; at < text.Length; at += 97)
        {
            text[at] = 1;
            Assert.False(memory.Find(text, 0).IsKnown, $"Byte {at} makes no difference.");
            text[at] = 0;
        }

        Assert.True(memory.Find(text, 0).IsKnown);
    }

    [Fact]
    public void It_never_answers_with_what_belongs_to_other_bytes()
    {
        var memory = new ByteMemory<int>(256, 1 << 12);
        var random = new Random(3);
        var answered = 0;
        for (var i = 0; i < 50_000; i++)
        {
            var number = random.Next(400);
            var bytes = Encoding.ASCII.GetBytes($"https://host{number}.example/path");
            if (memory.Find(bytes, 0) is { IsKnown: true, Fact: var fact })
            {
                answered++;
                Assert.Equal(number, fact);
            }
            else if (memory.ComesAgain(bytes, 0))
            {
                memory.Keep(bytes, 0, number);
            }
        }

        Assert.InRange(answered, 1_000, 50_000);
    }

    [Fact]
    public void Whatever_comes_in_the_same_long_round_again_and_again_is_known_in_the_end()
    {
        var memory = new ByteMemory<int>(4096, 1 << 20);
        var rounds = Enumerable.Range(0, 3000).Select(number => Encoding.ASCII.GetBytes($"script number {number}")).ToArray();
        for (var round = 0; round < 12; round++)
        {
            foreach (var bytes in rounds)
            {
                if (!memory.Find(bytes, 0).IsKnown && memory.ComesAgain(bytes, 0))
                {
                    memory.Keep(bytes, 0, 1);
                }
            }
        }

        Assert.InRange(rounds.Count(bytes => memory.Find(bytes, 0).IsKnown), 2900, 3000);
    }

    [Fact]
    public void Runs_beyond_the_limit_are_not_asked_for_again()
    {
        var memory = new ByteMemory<int>(64, 1 << 10);
        var text = new byte[memory.Longest + 1];

        memory.ComesAgain(text, 0);

        Assert.False(memory.ComesAgain(text, 0));
    }

    [Fact]
    public void Many_threads_get_right_answers()
    {
        var memory = new ByteMemory<int>(128, 1 << 13);

        Parallel.For(0, 8, thread =>
        {
            var random = new Random(thread);
            for (var i = 0; i < 20_000; i++)
            {
                var number = random.Next(300);
                var bytes = BitConverter.GetBytes(number * 7919L);
                if (memory.Find(bytes, 0) is { IsKnown: true, Fact: var fact })
                {
                    Assert.Equal(number, fact);
                }
                else if (memory.ComesAgain(bytes, 0))
                {
                    memory.Keep(bytes, 0, number);
                }
            }
        });
    }
}
