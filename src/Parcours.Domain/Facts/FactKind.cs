namespace Parcours.Domain.Facts;

/// <summary>
/// What happened. The number is also the rank that orders facts of one instant: a visit comes before the view it led to,
/// a view before the cart, the cart before the order, the order before its lines, the lines before their refund.
/// Gaps leave room for kinds to come. Named custom facts start at <see cref="FirstCustom"/>.
/// </summary>
public enum FactKind : ushort
{
    /// <summary>No kind: never stored.</summary>
    None = 0,

    // What is known of the subject comes first, so that a rule at the same instant sees it.

    /// <summary>An attribute took a value: item = the attribute, value = the term of its text.</summary>
    AttributeChanged = 8,

    /// <summary>A stage was set by a person: item = the stage.</summary>
    StageSet = 12,

    /// <summary>A free note: nothing but its payload.</summary>
    Note = 16,

    /// <summary>Registered: an account was opened, a loyalty programme was joined (item = the programme).</summary>
    Registration = 24,

    /// <summary>Permission given, for a channel and a purpose (item).</summary>
    OptIn = 32,

    /// <summary>Permission withdrawn, for a channel and a purpose (item).</summary>
    OptOut = 36,

    /// <summary>Followed the brand on a network.</summary>
    Follow = 40,

    /// <summary>Stopped following the brand.</summary>
    Unfollow = 44,

    /// <summary>
    /// The draw of an experiment: item = the campaign, value = the term of the arm's name, <see cref="Experiments.Arms.Control"/> for the untreated one. It says what was
    /// decided, not what was received: no contact, no engagement, no solicitation.
    /// </summary>
    Assignment = 52,

    /// <summary>A message was sent: item = the campaign. Marketing unless flagged <see cref="FactFlags.Transactional"/>.</summary>
    MessageSent = 56,

    /// <summary>A message came back.</summary>
    MessageBounced = 60,

    /// <summary>A message was opened: weak, machines open too.</summary>
    MessageOpened = 64,

    /// <summary>A link of a message was followed; flagged <see cref="FactFlags.Automated"/> when a machine did.</summary>
    MessageClicked = 68,

    /// <summary>A message was answered.</summary>
    MessageAnswered = 72,

    /// <summary>A meeting.</summary>
    Meeting = 80,

    /// <summary>A call.</summary>
    Call = 84,

    /// <summary>A demonstration.</summary>
    Demo = 88,

    /// <summary>An advertisement was clicked: item = the campaign or source.</summary>
    AdClick = 96,

    /// <summary>A visit to a store.</summary>
    StoreVisit = 100,

    /// <summary>A visit to the site or the app.</summary>
    Visit = 104,

    /// <summary>A search: item = the words.</summary>
    Search = 108,

    /// <summary>A product was looked at.</summary>
    ProductView = 112,

    /// <summary>Content (a guide, a case study) was downloaded or read: item = the content.</summary>
    ContentDownloaded = 116,

    /// <summary>A form was sent: item = the form.</summary>
    Form = 120,

    /// <summary>A fair, a webinar or another event was attended: item = the event.</summary>
    EventAttended = 124,

    /// <summary>A product was put in the cart.</summary>
    Cart = 132,

    /// <summary>A checkout was begun.</summary>
    Checkout = 136,

    /// <summary>A quote was asked for.</summary>
    Quote = 140,

    /// <summary>A trial began; until = its end.</summary>
    TrialStarted = 148,

    /// <summary>A trial ended.</summary>
    TrialEnded = 152,

    /// <summary>A deal was opened: link = the deal, value = its amount.</summary>
    DealCreated = 160,

    /// <summary>A deal moved to a stage: item = the stage.</summary>
    DealStage = 164,

    /// <summary>An offer was made on a deal.</summary>
    Offer = 168,

    /// <summary>A deal was won.</summary>
    DealWon = 172,

    /// <summary>A deal was lost.</summary>
    DealLost = 176,

    /// <summary>A contract was signed: link = the contract, until = its end.</summary>
    Contract = 184,

    /// <summary>A contract went live.</summary>
    GoLive = 188,

    /// <summary>A commitment was made: until = when it is due.</summary>
    CommitmentMade = 192,

    /// <summary>A commitment was met.</summary>
    CommitmentMet = 196,

    /// <summary>A subscription began: link = the subscription, until = the end of the paid time.</summary>
    SubscriptionStarted = 204,

    /// <summary>A subscription or contract was renewed: until = its new end.</summary>
    SubscriptionRenewed = 208,

    /// <summary>A subscription changed plan: value = the difference, positive when upgraded.</summary>
    SubscriptionChanged = 212,

    /// <summary>A subscription or contract was cancelled: it runs until its end unless it says otherwise.</summary>
    SubscriptionCancelled = 216,

    /// <summary>A subscription or contract ended.</summary>
    SubscriptionEnded = 220,

    /// <summary>An order: value = the total after discounts, link = the order.</summary>
    Order = 240,

    /// <summary>A line of an order: item = the product, value = its amount.</summary>
    OrderLine = 244,

    /// <summary>A later change of an order's total: value = the signed difference.</summary>
    OrderAdjusted = 248,

    /// <summary>A coupon was used: item = the coupon.</summary>
    CouponUsed = 252,

    /// <summary>An order was delivered.</summary>
    Delivery = 260,

    /// <summary>Money given back: value = the amount, positive; link = the order where known.</summary>
    Refund = 268,

    /// <summary>An order was cancelled: link = the order.</summary>
    Cancellation = 272,

    /// <summary>A product came back: item = the product.</summary>
    ProductReturn = 276,

    /// <summary>The product was used.</summary>
    ProductUse = 284,

    /// <summary>A survey was answered: item = nps, ces or csat, value = the score.</summary>
    SurveyAnswer = 292,

    /// <summary>A review was written: item = the product, value = 1 to 5.</summary>
    Review = 296,

    /// <summary>A testimonial was given.</summary>
    Testimonial = 300,

    /// <summary>Somebody was referred.</summary>
    Referral = 304,

    /// <summary>A complaint was made: link = the complaint.</summary>
    Complaint = 312,

    /// <summary>A complaint was resolved.</summary>
    ComplaintResolved = 316,

    /// <summary>A support ticket was opened.</summary>
    SupportTicketOpened = 320,

    /// <summary>A support ticket was closed.</summary>
    SupportTicketClosed = 324,

    /// <summary>An account review was held.</summary>
    AccountReview = 332,

    /// <summary>A partnership act: co-marketing, co-innovation, reference customer.</summary>
    PartnershipAct = 336,

    /// <summary>The first number of named custom facts; they come last within an instant.</summary>
    FirstCustom = 1024,
}
