namespace Parcours.Domain.Indicators;

/// <summary>
/// How attached the buyers of a window are to the brand: four shares of them, and their mean as a score out of 100. A share that the base has no facts
/// to tell (no categories, no reactions recorded) is NaN and out of the mean.
/// </summary>
/// <param name="Buyers">Buyers of the window: the shares are of them.</param>
/// <param name="Repeat">The share with two orders or more, ever.</param>
/// <param name="Breadth">The share that ever bought two categories or more.</param>
/// <param name="Reactions">The share that reacted in the window: a click, an answer, a visit, a cart, a form, a survey... (engagement).</param>
/// <param name="Advocacy">The share that spoke well of the brand in the window: referral, testimonial, review of 4 or more, NPS of 9 or more.</param>
public sealed record Attachment(long Buyers, double Repeat, double Breadth, double Reactions, double Advocacy)
{
    /// <summary>The formula, as shown.</summary>
    public const string Formula = "100 x mean(repeat, breadth, reactions, advocacy)";

    /// <summary>The score, 0 to 100; NaN without a buyer.</summary>
    public double Score
    {
        get
        {
            double[] known = [.. new[] { Repeat, Breadth, Reactions, Advocacy }.Where(double.IsFinite)];
            return known.Length == 0 ? double.NaN : 100 * known.Average();
        }
    }
}
