using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Segments;
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
        ConditionGroup tree = ConditionGroup.Around(ConditionText.Read("orders( within 1 year )>=2 and (stage('crm-segments') = active or gap_cv(order) <= 1)"));
        Assert.Equal(GroupKind.All, tree.Kind);
        (ConditionShape orders, IReadOnlyDictionary<string, string> fields) = ConditionShapes.Of(tree.Parts[0]);
        Assert.Equal(("orders", ">=", "2", "1 year"), (orders.Key, fields["op"], fields["n"], fields["window"]));
        Assert.Equal(["stage", "text"], ConditionGroup.Of(tree.Parts[1])!.Parts.Select(leaf => ConditionShapes.Of(leaf).Shape.Key));
    }

    [Fact]
    public void Every_tree_comes_back_from_its_text() => Prop.ForAll(Trees(3).ToArbitrary(), tree =>
    {
        string text = ConditionText.Write(tree);
        Assert.Equal(text, ConditionText.Write(ConditionText.Read(text)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_shape_as_offered_is_read_as_itself() => Assert.All(ConditionShapes.All.Where(shape => shape.Key != ConditionShapes.Text), shape =>
        Assert.Equal(shape.Key, ConditionShapes.Of(ConditionText.Read(ConditionText.Write(shape.Usual()))).Shape.Key));

    [Theory]
    [InlineData("orders", "n", "two", "orders >= two")]
    [InlineData("orders", "n", "2.50", "orders >= 2.50")]
    [InlineData("orders", "n", "1e300", "orders >= 1e300")]
    [InlineData("silence", "period", "90 jours", "silence(order) >= 90 jours")]
    [InlineData("attribute", "value", "it's \"so\"", "attribute(city) = \"it's so\"")]
    [InlineData("attribute", "name", "not", "attribute('not') = 'Lyon'")]
    [InlineData("ever", "window", "3 months", "ever(visit within 3 months)")]
    public void What_is_typed_in_a_field_stays_there_and_is_written_as_it_stands(string shape, string field, string typed, string text)
    {
        Dictionary<string, string> fields = ConditionShapes.Find(shape).Fields.Where(known => !known.IsOptional).ToDictionary(known => known.Name, known => known.Usual);
        fields[field] = typed;
        ConditionTree tree = ConditionShapes.Find(shape).Fill(fields);

        Assert.Equal(text, ConditionText.Write(tree));
        (ConditionShape read, IReadOnlyDictionary<string, string> shown) = ConditionShapes.Of(tree);
        Assert.Equal((shape, text.Contains(typed, StringComparison.Ordinal) ? typed : "it's so"), (read.Key, shown[field]));
    }

    [Theory]
    [InlineData("orders in (1, 2)")]
    [InlineData("ever(visit where item = 5)")]
    [InlineData("ever(visit before 3 months)")]
    [InlineData("ever(visit where item = 'x' and value > 3)")]
    [InlineData("score(recency, 5) = 5")]
    [InlineData("stage(crm-segments) in (active, new)")]
    [InlineData("always")]
    public void What_no_shape_can_hold_is_shown_in_the_language(string text)
    {
        (ConditionShape shape, IReadOnlyDictionary<string, string> fields) = ConditionShapes.Of(ConditionText.Read(text));
        Assert.Equal((ConditionShapes.Text, text), (shape.Key, fields["text"]));
    }

    [Fact]
    public void Group_that_waits_for_its_conditions_is_not_written() =>
        Assert.Equal("orders >= 2", ConditionText.Write(new ConditionTree.Group(true, [ConditionText.Read("orders >= 2"), new ConditionGroup(GroupKind.None, []).Tree, new ConditionTree.Group(false, [])])));

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
        Gen<ConditionTree> leaf = Gen.Elements(ConditionShapes.All.Select(shape => shape.Usual()).ToArray());
        return depth == 0 ? leaf : Gen.Frequency(
            (2, leaf),
            (3, from kind in Gen.Elements(GroupKind.All, GroupKind.Any, GroupKind.None)
                from parts in Gen.ListOf(Trees(depth - 1), 3)
                select new ConditionGroup(kind, [.. parts]).Tree));
    }
}
