using CookieGateway.Dashboard.SignIn;
using CookieGateway.Tests.Support;

namespace CookieGateway.Tests.Dashboard;

public sealed class SignInThrottleTests
{
    private readonly ManualClock _clock = ManualClock.At("2026-11-21T10:00:00Z");
    private readonly SignInThrottle _throttle;

    public SignInThrottleTests() => _throttle = new SignInThrottle(_clock);

    [Fact]
    public void The_wait_begins_after_five_failures_and_doubles_up_to_a_quarter_of_an_hour()
    {
        Fail(4);
        Assert.Equal(TimeSpan.Zero, Wait());

        var waits = new List<double>();
        for (var i = 0; i < 7; i++)
        {
            Fail(1);
            waits.Add(Wait().TotalSeconds);
            _clock.Pass(Wait());
        }

        Assert.Equal([30, 60, 120, 240, 480, 900, 900], waits);
    }

    [Fact]
    public void A_stranger_elsewhere_does_not_lock_a_member_out()
    {
        for (var i = 0; i < 100; i++)
        {
            _throttle.Failed("aigul", "203.0.113.1");
        }

        Assert.Equal(TimeSpan.Zero, _throttle.WaitFor("aigul", "198.51.100.7"));
    }

    [Fact]
    public void Many_names_from_one_address_have_to_wait_as_well()
    {
        for (var i = 0; i < 25; i++)
        {
            _throttle.Failed($"name-{i}", "203.0.113.1");
        }

        Assert.True(_throttle.WaitFor("another", "203.0.113.1") > TimeSpan.Zero);
    }

    [Fact]
    public void A_success_starts_afresh()
    {
        Fail(4);
        _throttle.Succeeded("aigul", "203.0.113.1");
        Fail(4);

        Assert.Equal(TimeSpan.Zero, Wait());
    }

    private void Fail(int times)
    {
        for (var i = 0; i < times; i++)
        {
            _throttle.Failed("aigul", "203.0.113.1");
        }
    }

    private TimeSpan Wait() => _throttle.WaitFor("aigul", "203.0.113.1");
}
