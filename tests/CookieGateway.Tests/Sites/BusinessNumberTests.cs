using CookieGateway.Sites;

namespace CookieGateway.Tests.Sites;

public sealed class BusinessNumberTests
{
    [Theory]
    [InlineData("180740027339")]
    [InlineData("780905403041")]
    public void A_number_whose_check_digit_agrees_is_valid(string number) => Assert.True(BusinessNumber.IsValid(number));

    [Theory]
    [InlineData("180740027338")]
    [InlineData("180740072339")]
    [InlineData("18074002733")]
    [InlineData("1807400273390")]
    [InlineData("18074002733X")]
    [InlineData("")]
    public void Any_other_is_not(string number) => Assert.False(BusinessNumber.IsValid(number));

    [Fact]
    public void Where_the_first_weights_give_ten_the_second_ones_decide()
    {
        // 1 x 10 = 10 with the first weights; with the second ones the tenth digit weighs 1.
        Assert.True(BusinessNumber.IsValid("000000000101"));
    }
}
