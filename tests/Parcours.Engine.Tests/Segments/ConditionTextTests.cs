using FsCheck;
using FsCheck.Fluent;
using Parcours.Engine.Segments.Building;

namespace Parcours.Engine.Segments;

public sealed class ConditionTextTests
{
    [Theory]
    [InlineData("orders >= 2")]
    [InlineData("spend(within 1 year) >= 500 and not stage(crm-segments) = lost and consent(email, newsletter)")]
    [InlineData("orders >= 4 or (orders >= 2 and ever(referral))")]
    [InlineData("not (ever(visit within 30 days) or ever(order))")]
    [InlineData("attribute(city) = 'Saint-Étienne' and attribute(sector) != \"l'Oréal\"")]
    [InlineData("silence(order) >= 60 days and segment(big-spenders, at: 2026-01-01)")]
    [InlineData("ever(order_line where category = 'tea (green) and black' within 6 months)")]
    [InlineData("(basket_trend + 1) > 2 and stage(crm-segments, at: 2026-01-01) = 'off-target'")]
    [InlineData("quantile(spend) >= 0.8")]
    [InlineData("orders >= and")] // a text with an error stays as it is
    [InlineData("")]
    public void Text_comes_back_from_its_tree(string text) => Assert.Equal(text, ConditionText.Write(ConditionText.Read(text)));

    [Fact]
    public void Known_shapes_are_recognised_and_others_kept_as_texts()
    {
        ConditionTree.Group tree = ConditionText.Read("orders( within 1 year )>=2 and (stage('crm-segments') = active or gap_cv(order) <= 1)");
        Assert.Equal(GroupKind.All, tree.Kind);
        var orders = Assert.IsType<ConditionTree.Leaf>(tree.Parts[0]);
        Assert.Equal(("orders", ">=", "2", "1 year"), (orders.Shape, orders.Fields["op"], orders.Fields["n"], orders.Fields["window"]));
        var either = Assert.IsType<ConditionTree.Group>(tree.Parts[1]);
        Assert.Equal(["stage", "text"], either.Parts.Cast<ConditionTree.Leaf>().Select(leaf => leaf.Shape));
    }

    [Fact]
    public void Every_tree_comes_back_from_its_text() => Prop.ForAll(Trees(3).ToArbitrary(), tree =>
    {
        string text = ConditionText.Write(tree);
        Assert.Equal(text, ConditionText.Write(ConditionText.Read(text)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_shape_as_offered_is_read_as_itself() => Assert.All(ConditionShapes.All.Where(shape => shape.Key != ConditionShapes.Text), shape =>
        Assert.Equal(shape.Usual(), Assert.Single(ConditionText.Read(ConditionText.Write(shape.Usual())).Parts)));

    [Theory]
    [InlineData("en", "at least 2 orders within 1 year and (last order at least 90 days ago or stage is Active in CRM)")]
    [InlineData("fr", "au moins 2 commandes sur 1 an et (dernier événement « commande » il y a au moins 90 jours ou phase est Active dans CRM)")]
    public void Sentence_says_it_in_plain_words(string language, string sentence)
    {
        var words = new ConditionSentence(language, (kind, _, value) => kind switch { FieldKind.Lifecycle => "CRM", FieldKind.Stage => "Active", _ => null });
        Assert.Equal(sentence, words.Of(ConditionText.Read("orders(within 1 year) >= 2 and (silence(order) >= 90 days or stage(crm-segments) = active)")));
    }

    private static Gen<ConditionTree> Trees(int depth)
    {
        Gen<ConditionTree> leaf = Gen.Elements(ConditionShapes.All.Select(shape => (ConditionTree)shape.Usual()).ToArray());
        return depth == 0 ? leaf : Gen.Frequency(
            (2, leaf),
            (3, from kind in Gen.Elements(GroupKind.All, GroupKind.Any, GroupKind.None)
                from parts in Gen.ListOf(Trees(depth - 1), 3)
                select (ConditionTree)new ConditionTree.Group(kind, [.. parts])));
    }
}
