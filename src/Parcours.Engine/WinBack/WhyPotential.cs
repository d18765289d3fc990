using Parcours.Domain.Time;

namespace Parcours.Engine.WinBack;

/// <summary>Why a list ranks by what customers are expected to bring and not by what contacting them adds.</summary>
public abstract record WhyPotential
{
    private WhyPotential()
    {
    }

    /// <summary>No such customer was ever drawn into a control group.</summary>
    public sealed record NoControlGroup : WhyPotential;

    /// <summary>The horizon of every campaign with a control group is still running.</summary>
    /// <param name="At">When that of the first ends.</param>
    public sealed record NotClosed(Instant At) : WhyPotential;

    /// <summary>Before the campaigns the past was too short, or too few came back, to say who was likely to.</summary>
    public sealed record NotScored : WhyPotential;

    /// <summary>Too few were drawn.</summary>
    /// <param name="Treated">How many were drawn for treatment.</param>
    /// <param name="Control">How many were drawn to be left alone.</param>
    public sealed record TooFew(int Treated, int Control) : WhyPotential
    {
        /// <summary>How many more the treated arm needs.</summary>
        public int TreatedNeeded => Math.Max(0, CampaignEffect.FewestInArm - Treated);

        /// <summary>How many more the control group needs.</summary>
        public int ControlNeeded => Math.Max(0, CampaignEffect.FewestInArm - Control);
    }

    /// <summary>There were enough, and the interval of the effect has zero in it: a rank by it would be a rank by chance.</summary>
    public sealed record NoEffectShown : WhyPotential;
}
